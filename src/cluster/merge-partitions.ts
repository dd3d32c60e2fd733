import type { MetadataResponsePartition } from '../protocol/generated/metadata-response'
import type { PartitionMetadata } from './partition-metadata'

/** What came of merging one topic's partitions. */
export interface MergedPartitions {
  /** Index = partition id, without holes; the very array that was known when nothing changed. */
  readonly partitions: readonly PartitionMetadata[]
  readonly changed: boolean
  /** The response told an older story somewhere: a lower leader epoch, or a known partition that it leaves out. */
  readonly contradicted: boolean
}

const leaderNotAvailable = 5

/** How far beyond what it lists a response may number partitions. Numbers come from the network; memory must not follow them anywhere. */
const mostHoles = 1_000

/**
 * Merges what a response says of a topic's partitions into what is known. See MetadataCache for the rules.
 * Partitions that a response skips and that nobody has seen are filled in without a leader, so that the number of partitions,
 * on which the partition of a key depends, is right.
 */
export function mergePartitions(known: readonly PartitionMetadata[], incoming: readonly MetadataResponsePartition[]): MergedPartitions {
  const partitions = [...known]
  const seen = new Set<number>()
  const bound = known.length + incoming.length + mostHoles
  let changed = false
  let contradicted = false
  for (const entry of incoming) {
    const id = entry.partitionIndex
    if (id < 0 || id >= bound || seen.has(id)) continue
    seen.add(id)
    while (partitions.length < id) partitions.push(unseen(partitions.length))
    const before = partitions[id]
    if (before !== undefined && isOlder(entry, before)) {
      contradicted = true
      continue
    }
    const after = before !== undefined && saysNothing(entry, before) ? { ...before, errorCode: entry.errorCode } : fromResponse(entry)
    if (before !== undefined && isSame(before, after)) continue
    partitions[id] = after
    changed = true
  }
  for (const { partition } of known) if (!seen.has(partition)) contradicted = true
  return { partitions: changed ? partitions : known, changed, contradicted }
}

/** Without an epoch on both sides there is no order (old brokers, some clones, clusters in the middle of an upgrade). */
function isOlder(entry: MetadataResponsePartition, before: PartitionMetadata): boolean {
  return entry.leaderEpoch >= 0 && before.leaderEpoch >= 0 && entry.leaderEpoch < before.leaderEpoch
}

/** An error without leader and epoch carries no news of the leader known so far: it stays, the error is noted. */
function saysNothing(entry: MetadataResponsePartition, before: PartitionMetadata): boolean {
  return entry.errorCode !== 0 && entry.leaderId < 0 && entry.leaderEpoch < 0 && before.leaderEpoch >= 0
}

function fromResponse(entry: MetadataResponsePartition): PartitionMetadata {
  return {
    partition: entry.partitionIndex,
    errorCode: entry.errorCode,
    leader: Math.max(-1, entry.leaderId),
    leaderEpoch: Math.max(-1, entry.leaderEpoch),
    replicas: entry.replicaNodes,
    isr: entry.isrNodes,
    offlineReplicas: entry.offlineReplicas
  }
}

function unseen(partition: number): PartitionMetadata {
  return { partition, errorCode: leaderNotAvailable, leader: -1, leaderEpoch: -1, replicas: [], isr: [], offlineReplicas: [] }
}

function isSame(a: PartitionMetadata, b: PartitionMetadata): boolean {
  return (
    a.leader === b.leader &&
    a.leaderEpoch === b.leaderEpoch &&
    a.errorCode === b.errorCode &&
    sameIds(a.replicas, b.replicas) &&
    sameIds(a.isr, b.isr) &&
    sameIds(a.offlineReplicas, b.offlineReplicas)
  )
}

function sameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
