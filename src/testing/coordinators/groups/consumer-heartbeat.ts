import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import { assignors } from './assignors'
import { isAway, type ConsumerGroup } from './consumer-group'
import { awayEpoch, newConsumerMember, ownsSame, toList, type ConsumerMember, type TopicPartitionList } from './consumer-member'
import type { ConsumerRounds } from './consumer-rounds'
import type { ClientIdentity, GroupEnvironment } from './group-environment'

/** A ConsumerGroupHeartbeat request. Null, and -1 for the time-out: as before. */
export interface ConsumerHeartbeat extends ClientIdentity {
  readonly version: number
  readonly groupId: string
  readonly memberId: string
  /** 0 joins, -1 leaves, -2 leaves and will be back. */
  readonly memberEpoch: number
  readonly instanceId: string | null
  readonly rackId: string | null
  readonly rebalanceTimeoutMs: number
  readonly subscribedTopicNames: readonly string[] | null
  readonly subscribedTopicRegex: string | null
  readonly serverAssignor: string | null
  readonly topicPartitions: readonly TopicPartitionList[] | null
}

/** What ConsumerGroupHeartbeat is answered with. */
export interface HeartbeatAnswer {
  readonly memberId: string
  readonly memberEpoch: number
  readonly heartbeatIntervalMs: number
  /** Null: as before. */
  readonly assignment: { readonly topicPartitions: readonly TopicPartitionList[] } | null
}

const leaveEpoch = -1

/** First version in which the client makes its own member id (KIP-1082). */
const ownMemberIdVersion = 1

/** ConsumerGroupHeartbeat: joins, keeps alive, reconciles and leaves. */
export class ConsumerHeartbeats {
  constructor(
    private readonly environment: GroupEnvironment,
    private readonly rounds: ConsumerRounds
  ) {}

  /** @throws Refused when the request is not well formed */
  check(request: ConsumerHeartbeat): void {
    const { memberEpoch, version } = request
    const refuse = (condition: boolean, message: string): void => {
      if (condition) throw new Refused(errorCodes.INVALID_REQUEST, message)
    }
    const isEmpty = (text: string | null): boolean => text?.trim() === ''
    if (version >= ownMemberIdVersion || memberEpoch > 0 || memberEpoch === leaveEpoch) {
      refuse(isEmpty(request.memberId), 'MemberId is empty')
    }
    refuse(isEmpty(request.groupId), "GroupId can't be empty.")
    refuse(isEmpty(request.instanceId), 'InstanceId is empty')
    refuse(isEmpty(request.rackId), 'RackId is empty')
    if (memberEpoch === 0) {
      refuse(request.rebalanceTimeoutMs === -1, 'A member that joins has to say its rebalance timeout')
      refuse(request.topicPartitions === null || request.topicPartitions.length > 0, 'A member that joins owns no partitions')
      const hasSubscription = request.subscribedTopicNames !== null || request.subscribedTopicRegex !== null
      refuse(!hasSubscription, 'A member that joins has to say what it subscribes to')
    } else if (memberEpoch === awayEpoch) refuse(request.instanceId === null, 'A member without an instance id cannot come back')
    else refuse(memberEpoch < awayEpoch, 'There is no such member epoch')
    this.checkAssignor(request.serverAssignor)
  }

  /**
   * A member joins or says that it is alive.
   * @throws Refused
   */
  heartbeat(group: ConsumerGroup, request: ConsumerHeartbeat): HeartbeatAnswer {
    const maxSize = this.environment.configs.brokerNumber('group.consumer.max.size')
    if (group.members.size >= maxSize && !group.members.has(request.memberId)) {
      throw new Refused(errorCodes.GROUP_MAX_SIZE_REACHED, `The group is full: ${maxSize} members`)
    }
    const before = this.subscribe(group, request)
    const member = this.rounds.step(group, before, withWishes(before, request), request.topicPartitions)
    this.rounds.renewSession(group, member)
    const isFull =
      request.rebalanceTimeoutMs !== -1 &&
      (request.subscribedTopicNames !== null || request.subscribedTopicRegex !== null) &&
      request.topicPartitions !== null
    return {
      memberId: member.memberId,
      memberEpoch: member.memberEpoch,
      heartbeatIntervalMs: this.environment.configs.groupNumber(group.groupId, 'consumer.heartbeat.interval.ms'),
      assignment: isFull || !ownsSame(before.assigned, member.assigned) ? { topicPartitions: toList(member.assigned) } : null
    }
  }

  /**
   * A member leaves, for good or, as a static one, for a while.
   * @throws Refused
   */
  leave(group: ConsumerGroup, { memberId, memberEpoch, instanceId }: ConsumerHeartbeat): HeartbeatAnswer {
    const member = instanceId === null ? group.member(memberId) : staticMember(group, memberId, instanceId)
    if (memberEpoch === awayEpoch) {
      group.put({ ...member, memberEpoch: awayEpoch, pendingRevocation: new Map() })
      this.rounds.cancelRebalanceTimer(group, memberId)
    } else this.rounds.remove(group, memberId)
    return { memberId, memberEpoch, heartbeatIntervalMs: 0, assignment: null }
  }

  /** The member that a request comes from; made when it joins. */
  private subscribe(group: ConsumerGroup, request: ConsumerHeartbeat): ConsumerMember {
    const { memberEpoch, instanceId } = request
    const memberId = request.memberId === '' ? this.environment.ids.uuid() : request.memberId
    if (instanceId === null) {
      const known = group.members.get(memberId)
      if (known === undefined && memberEpoch === 0) return newConsumerMember(memberId, null, request)
      return checkEpoch(group.member(memberId), request)
    }
    if (memberEpoch !== 0) return checkEpoch(staticMember(group, memberId, instanceId), request)
    const known = group.staticMember(instanceId)
    if (known === undefined) return newConsumerMember(memberId, instanceId, request)
    if (!isAway(known) && known.classic === undefined) {
      const text = `Instance id ${instanceId} belongs to ${known.memberId}`
      throw new Refused(errorCodes.UNRELEASED_INSTANCE_ID, text)
    }
    const back = { ...known, memberId, memberEpoch: 0, previousMemberEpoch: 0 }
    group.replace(known, back)
    return back
  }

  private checkAssignor(name: string | null): void {
    const allowed = this.environment.configs.broker('group.consumer.assignors').split(',')
    if (name === null || (allowed.includes(name) && assignors.has(name))) return
    const text = `There is no assignor ${name}, only ${allowed.join(', ')}`
    throw new Refused(errorCodes.UNSUPPORTED_ASSIGNOR, text)
  }
}

/** The member with what the request says anew. */
function withWishes(member: ConsumerMember, request: ConsumerHeartbeat): ConsumerMember {
  return {
    ...member,
    clientId: request.clientId,
    clientHost: request.clientHost,
    rackId: request.rackId ?? member.rackId,
    rebalanceTimeoutMs: request.rebalanceTimeoutMs === -1 ? member.rebalanceTimeoutMs : request.rebalanceTimeoutMs,
    subscribedTopicNames: request.subscribedTopicNames ?? member.subscribedTopicNames,
    subscribedTopicRegex: request.subscribedTopicRegex ?? member.subscribedTopicRegex,
    serverAssignor: request.serverAssignor ?? member.serverAssignor,
    classic: undefined
  }
}

/** @throws Refused UNKNOWN_MEMBER_ID or FENCED_INSTANCE_ID */
export function staticMember(group: ConsumerGroup, memberId: string, instanceId: string): ConsumerMember {
  const member = group.staticMember(instanceId)
  if (member === undefined) {
    throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, `No member has the instance id ${instanceId}`)
  }
  if (member.memberId !== memberId) {
    const text = `Instance id ${instanceId} belongs to ${member.memberId} now`
    throw new Refused(errorCodes.FENCED_INSTANCE_ID, text)
  }
  return member
}

/** A member that is an epoch behind may have lost an answer: it is believed when what it owns agrees with that. */
function checkEpoch(member: ConsumerMember, { memberEpoch, topicPartitions }: ConsumerHeartbeat): ConsumerMember {
  if (memberEpoch === 0 || memberEpoch === member.memberEpoch) return member
  const isOwned = topicPartitions?.every(({ topicId, partitions }) => partitions.every(p => member.assigned.get(topicId)?.has(p) === true))
  if (memberEpoch < member.memberEpoch && memberEpoch === member.previousMemberEpoch && isOwned === true) return member
  const text = `The member's epoch is ${member.memberEpoch}, not ${memberEpoch}: it has to give up its partitions and join again`
  throw new Refused(errorCodes.FENCED_MEMBER_EPOCH, text)
}
