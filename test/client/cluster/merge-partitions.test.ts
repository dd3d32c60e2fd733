import { mergePartitions } from '../../../src/cluster/merge-partitions'
import type { MetadataResponsePartition } from '../../../src/protocol/generated/metadata-response'

const entry = (partitionIndex: number, leaderId: number, leaderEpoch: number, errorCode = 0): MetadataResponsePartition => ({
  errorCode,
  partitionIndex,
  leaderId,
  leaderEpoch,
  replicaNodes: [1, 2],
  isrNodes: [1, 2],
  offlineReplicas: []
})
const leaders = (entries: readonly { leader: number; leaderEpoch: number }[]): string[] => entries.map(p => `${p.leader}@${p.leaderEpoch}`)
const known = mergePartitions([], [entry(0, 1, 5), entry(1, 2, 5)]).partitions

describe('mergePartitions', () => {
  it('orders by partition number and drops repeats and negative numbers', () => {
    const { partitions } = mergePartitions([], [entry(1, 2, 0), entry(0, 1, 0), entry(1, 9, 0), entry(-1, 9, 0)])
    expect(partitions.map(p => p.partition)).toEqual([0, 1])
    expect(leaders(partitions)).toEqual(['1@0', '2@0'])
  })

  it('ignores an older leader epoch, and says that the response contradicts', () => {
    const merged = mergePartitions(known, [entry(0, 3, 4), entry(1, 3, 6)])
    expect(leaders(merged.partitions)).toEqual(['1@5', '3@6'])
    expect(merged).toMatchObject({ changed: true, contradicted: true })
  })

  it('takes an equal epoch with another leader', () => {
    expect(leaders(mergePartitions(known, [entry(0, 3, 5), entry(1, 2, 5)]).partitions)).toEqual(['3@5', '2@5'])
  })

  it.each([
    ['the response has none', [entry(0, 3, -1), entry(1, 2, 5)], '3@-1'],
    ['nothing is known', [entry(0, 3, 1), entry(1, 2, 5)], '3@1']
  ])('takes what it hears when epochs cannot be compared: %s', (_, incoming, expected) => {
    const before = expected === '3@1' ? mergePartitions([], [entry(0, 1, -1), entry(1, 2, -1)]).partitions : known
    expect(leaders(mergePartitions(before, incoming).partitions)[0]).toBe(expected)
  })

  it('lets one partition lose its leader without touching the others', () => {
    const { partitions } = mergePartitions(known, [entry(0, -1, 6, 5), entry(1, 2, 5)])
    expect(leaders(partitions)).toEqual(['-1@6', '2@5'])
    expect(partitions[0]?.errorCode).toBe(5)
  })

  it('keeps the leader when an error entry carries neither leader nor epoch', () => {
    const { partitions } = mergePartitions(known, [entry(0, -1, -1, 5), entry(1, 2, 5)])
    expect(leaders(partitions)).toEqual(['1@5', '2@5'])
    expect(partitions[0]?.errorCode).toBe(5)
  })

  it('keeps a partition that the response leaves out', () => {
    const merged = mergePartitions(known, [entry(0, 1, 5)])
    expect(merged.partitions).toBe(known)
    expect(merged).toMatchObject({ changed: false, contradicted: true })
  })

  it('fills a hole, so that the number of partitions is right', () => {
    const { partitions } = mergePartitions([], [entry(0, 1, 0), entry(2, 1, 0)])
    expect(leaders(partitions)).toEqual(['1@0', '-1@-1', '1@0'])
  })

  it('does not let a number from the network grow memory', () => {
    expect(mergePartitions([], [entry(0, 1, 0), entry(2 ** 31 - 1, 1, 0)]).partitions).toHaveLength(1)
  })

  it('returns the known array when nothing changed', () => {
    expect(mergePartitions(known, [entry(0, 1, 5), entry(1, 2, 5)])).toEqual({ partitions: known, changed: false, contradicted: false })
  })
})
