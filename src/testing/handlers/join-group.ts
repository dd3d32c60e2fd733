import { errorCodes } from '../../errors/error-table'
import { joinGroupApi } from '../../protocol/generated/join-group'
import type { JoinGroupResponseInput } from '../../protocol/generated/join-group-response'
import { refusedJoin, type JoinAnswer } from '../coordinators/groups/classic-member'
import { clientOf } from '../coordinators/groups/client-identity'
import { handler } from '../handler'
import { Pending } from '../pending'

/** First version in which a new member is sent away with an id to join again with (KIP-394). */
const memberIdVersion = 4
/** First version in which a protocol's name may be null. */
const nullableVersion = 7
/** First version that can tell the leader that nothing changed (KIP-814). */
const skipVersion = 9

/** JoinGroup: answered when the round is complete. */
export const joinGroup = handler({
  api: joinGroupApi,
  handle(context, request) {
    const { cluster, node, version } = context
    const pending = new Pending<JoinGroupResponseInput>()
    const reply = (answer: JoinAnswer): void => void pending.complete(shape(answer, version))
    const refusal = cluster.coordinators.check('group', request.groupId, node.nodeId)
    // Without a group there is nothing to coordinate: that mistake is told by every broker.
    if (refusal !== errorCodes.NONE && request.groupId !== '') return shape(refusedJoin(refusal, request.memberId), version)
    cluster.groups.join({
      ...clientOf(context),
      groupId: request.groupId,
      memberId: request.memberId,
      groupInstanceId: request.groupInstanceId,
      sessionTimeoutMs: request.sessionTimeoutMs,
      rebalanceTimeoutMs: version === 0 ? request.sessionTimeoutMs : request.rebalanceTimeoutMs,
      protocolType: request.protocolType,
      // The request's buffer is the connection's: what is kept is copied.
      protocols: request.protocols.map(({ name, metadata }) => ({ name, metadata: Buffer.from(metadata) })),
      requiresMemberId: version >= memberIdVersion,
      knowsSkipAssignment: version >= skipVersion,
      reply
    })
    return pending
  },
  fail: (request, errorCode, version) => shape(refusedJoin(errorCode, request.memberId), version)
})

function shape(answer: JoinAnswer, version: number): JoinGroupResponseInput {
  const { protocolName } = answer
  // The default is an empty name, in refusals as well.
  return { ...answer, protocolName: protocolName ?? (version < nullableVersion ? '' : null) }
}
