import type { Assignment } from '../../types/assigner'

/** Who a member is in the group, at the moment. */
export interface GroupIdentity {
  readonly groupId: string
  /** Empty before the first join. */
  readonly memberId: string
  /** −1 outside a generation. */
  readonly generationId: number
}

/** What a member learns when it has joined. */
export interface JoinedGroup extends GroupIdentity {
  readonly leaderId: string
  readonly isLeader: boolean
  /** Name of the assigner that all members share. */
  readonly protocol: string
  readonly assignment: Assignment
  /** From the beginning of the join to the assignment, ms. */
  readonly durationMs: number
}

/** What a membership tells whoever consumes. */
export interface MembershipListener {
  /** There is an assignment; what was owned before is over. */
  onAssigned(joined: JoinedGroup): void
  /** The group rebalances: end what has begun and commit it. The membership does not wait for longer than the group does. */
  onRevoking(): Promise<void>
  /** The group went on without this member: its partitions are somebody else's, nothing may be committed. */
  onLost(): void
  /** Only other settings or permissions help. */
  onFatal(error: Error): void
}

/** A place in a group, whatever protocol the group speaks. The consumer does not ask which. */
export interface GroupMembership {
  readonly identity: GroupIdentity
  /** Joins, and joins again for as long as it takes. */
  start(): void
  /** Whether the group is known to go on without what this member has now: the application should come to an end. */
  readonly isRebalancing: boolean
  /** The coordinator's answer to a commit says that the generation is over. */
  generationIsOver(code: number): void
  /** Leaves, in bounded time; nothing is open after. */
  leave(): Promise<void>
}
