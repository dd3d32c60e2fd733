import type { Timer } from '../../../utils/clock'
import type { JoinProtocol } from './classic-member'
import type { ClientIdentity } from './group-environment'

/** Partitions by topic id; for each the member's epoch when it got it (KIP-1251). */
export type OwnedPartitions = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Partitions by topic id. */
export type PartitionsByTopic = ReadonlyMap<string, ReadonlySet<number>>

/** Partitions as requests and answers list them. */
export interface TopicPartitionList {
  readonly topicId: string
  readonly partitions: readonly number[]
}

/** How far a member is on its way to the target: done, giving partitions up, or waiting for others to give theirs up. */
export type MemberState = 'Stable' | 'UnrevokedPartitions' | 'UnreleasedPartitions'

/** What a member of the classic protocol brought when it joined a consumer group. */
export interface ClassicSide {
  readonly sessionTimeoutMs: number
  readonly protocols: readonly JoinProtocol[]
  /** Version of its subscription: it can read assignments of that version. */
  readonly version: number
}

/** A member of a consumer group (KIP-848). */
export interface ConsumerMember extends ClientIdentity {
  readonly memberId: string
  readonly instanceId: string | null
  readonly rackId: string | null
  readonly rebalanceTimeoutMs: number
  readonly subscribedTopicNames: readonly string[]
  /** Null or empty: none. */
  readonly subscribedTopicRegex: string | null
  readonly serverAssignor: string | null
  /** Undefined for members of the new protocol. */
  readonly classic: ClassicSide | undefined
  readonly memberEpoch: number
  readonly previousMemberEpoch: number
  readonly state: MemberState
  readonly assigned: OwnedPartitions
  readonly pendingRevocation: OwnedPartitions
}

/** Timers of a member: end of its session, and of the time to give partitions up or to join again. */
export interface MemberTimers {
  session?: Timer
  rebalance?: Timer
}

/** Epoch of a static member that has left and will be back (KIP-345). */
export const awayEpoch = -2

/** A member that has just joined. */
export function newConsumerMember(memberId: string, instanceId: string | null, client: ClientIdentity): ConsumerMember {
  return {
    memberId,
    instanceId,
    clientId: client.clientId,
    clientHost: client.clientHost,
    rackId: null,
    rebalanceTimeoutMs: -1,
    subscribedTopicNames: [],
    subscribedTopicRegex: null,
    serverAssignor: null,
    classic: undefined,
    memberEpoch: 0,
    previousMemberEpoch: 0,
    state: 'Stable',
    assigned: new Map(),
    pendingRevocation: new Map()
  }
}

/** Whether the two own the same partitions, whatever the epochs. */
export function ownsSame(a: OwnedPartitions, b: OwnedPartitions): boolean {
  const count = (owned: OwnedPartitions): number => [...owned.values()].reduce((sum, partitions) => sum + partitions.size, 0)
  return (
    count(a) === count(b) && [...a].every(([topicId, partitions]) => [...partitions.keys()].every(p => b.get(topicId)?.has(p) === true))
  )
}

/** As answers list them, in order of partitions. */
export function toList(owned: ReadonlyMap<string, { keys(): Iterable<number> }>): TopicPartitionList[] {
  return [...owned].map(([topicId, partitions]) => ({ topicId, partitions: [...partitions.keys()].sort((a, b) => a - b) }))
}
