import type { HeartbeatRequestInput } from '../../protocol/generated/heartbeat-request'
import type { JoinGroupRequestInput } from '../../protocol/generated/join-group-request'
import type { LeaveGroupRequestInput } from '../../protocol/generated/leave-group-request'
import type { SyncGroupRequestInput } from '../../protocol/generated/sync-group-request'
import type { GroupMemberAssignment, GroupState } from '../../types/assigner'
import type { GroupIdentity } from './group-membership'

/** The protocol type of consumers in classic groups. */
export const consumerProtocolType = 'consumer'

/** Times that a member agrees on with its group, ms. */
export interface GroupTimes {
  readonly sessionTimeoutMs: number
  readonly rebalanceTimeoutMs: number
}

export function joinRequest(
  { groupId, memberId }: GroupIdentity,
  times: GroupTimes,
  protocols: readonly GroupState[]
): JoinGroupRequestInput {
  return { groupId, memberId, ...times, protocolType: consumerProtocolType, protocols }
}

/** @param assignments what every member gets; empty unless this member leads */
export function syncRequest(
  { groupId, memberId, generationId }: GroupIdentity,
  protocolName: string,
  assignments: readonly GroupMemberAssignment[]
): SyncGroupRequestInput {
  return {
    groupId,
    memberId,
    generationId,
    protocolType: consumerProtocolType,
    protocolName,
    assignments: assignments.map(({ memberId, memberAssignment }) => ({ memberId, assignment: memberAssignment }))
  }
}

export function heartbeatRequest({ groupId, memberId, generationId }: GroupIdentity): HeartbeatRequestInput {
  return { groupId, memberId, generationId }
}

/** From here on a request names several members. */
const firstVersionWithMembers = 3
/** From here on it can say why. */
const firstVersionWithReason = 5

export function leaveRequest({ groupId, memberId }: GroupIdentity, version: number): LeaveGroupRequestInput {
  if (version < firstVersionWithMembers) return { groupId, memberId }
  const reason = version >= firstVersionWithReason ? { reason: 'the consumer is being closed' } : {}
  return { groupId, members: [{ memberId, ...reason }] }
}
