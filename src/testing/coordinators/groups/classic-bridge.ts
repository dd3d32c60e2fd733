import { errorCodes } from '../../../errors/error-table'
import type { IdSource } from '../../id-source'
import type { TopicStore } from '../../topics/topic-store'
import { Refused } from '../../refused'
import type { JoinRequest } from './classic-join'
import { refusedJoin } from './classic-member'
import type { LeavingMember, MemberReference, SyncRequest } from './classic-requests'
import type { ConsumerGroup } from './consumer-group'
import { staticMember } from './consumer-heartbeat'
import { newConsumerMember, type ConsumerMember, type OwnedPartitions } from './consumer-member'
import { consumerProtocolType, readSubscription, writeAssignment } from './consumer-protocol'
import type { ConsumerRounds } from './consumer-rounds'

/** Members of the classic protocol in a consumer group, while an application moves from one to the other (KIP-848, online migration). */
export class ClassicBridge {
  constructor(
    private readonly topics: TopicStore,
    private readonly rounds: ConsumerRounds,
    private readonly maxSize: () => number,
    private readonly ids: IdSource
  ) {}

  /** @throws Refused */
  join(group: ConsumerGroup, request: JoinRequest): void {
    const { groupInstanceId, reply } = request
    const memberId = request.memberId === '' ? this.ids.uuid() : request.memberId
    if (group.members.size >= this.maxSize() && !group.members.has(memberId)) {
      throw new Refused(errorCodes.GROUP_MAX_SIZE_REACHED, 'The group is full')
    }
    this.checkProtocols(group, request)
    if (request.memberId === '' && request.requiresMemberId && groupInstanceId === null) {
      return reply(refusedJoin(errorCodes.MEMBER_ID_REQUIRED, memberId))
    }
    const subscription = readSubscription(request.protocols[0].metadata)
    // Kafka runs into what is no subscription, and says so.
    if (subscription === undefined) throw new Refused(errorCodes.UNKNOWN_SERVER_ERROR, 'The metadata is no subscription')
    const before = this.subscribe(group, memberId, request)
    const after: ConsumerMember = {
      ...before,
      clientId: request.clientId,
      clientHost: request.clientHost,
      rackId: subscription.rackId ?? before.rackId,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs,
      subscribedTopicNames: subscription.topics,
      subscribedTopicRegex: '',
      classic: { sessionTimeoutMs: request.sessionTimeoutMs, protocols: request.protocols, version: subscription.version }
    }
    const owned = subscription.ownedPartitions.flatMap(({ topic, partitions }) => {
      const topicId = this.topics.get(topic)?.id
      return topicId === undefined ? [] : [{ topicId, partitions }]
    })
    const member = this.rounds.step(group, before, after, owned)
    this.rounds.cancelRebalanceTimer(group, member.memberId)
    this.rounds.renewSession(group, member)
    reply({
      errorCode: errorCodes.NONE,
      memberId: member.memberId,
      generationId: member.memberEpoch,
      protocolType: consumerProtocolType,
      protocolName: request.protocols[0].name,
      leader: '',
      skipAssignment: false,
      members: []
    })
    // It has to come for its assignment.
    this.rounds.startRebalanceTimer(group, member, () => false)
  }

  /** @throws Refused */
  sync(group: ConsumerGroup, request: SyncRequest): void {
    const member = this.classicMember(group, request)
    const { protocolType, protocolName } = request
    const name = member.classic?.protocols[0].name ?? ''
    if ((protocolType !== null && protocolType !== consumerProtocolType) || (protocolName !== null && protocolName !== name)) {
      throw new Refused(errorCodes.INCONSISTENT_GROUP_PROTOCOL, 'Another protocol')
    }
    this.rounds.cancelRebalanceTimer(group, member.memberId)
    if (group.targetEpoch > member.memberEpoch && member.state !== 'UnrevokedPartitions') {
      this.awaitJoin(group, member)
      throw new Refused(errorCodes.REBALANCE_IN_PROGRESS, 'The group has a new assignment')
    }
    request.reply({
      errorCode: errorCodes.NONE,
      protocolType: consumerProtocolType,
      protocolName: name,
      assignment: writeAssignment(this.byName(member.assigned), member.classic?.version ?? 0)
    })
  }

  /**
   * Keeps the member's session alive.
   * @returns NONE, or REBALANCE_IN_PROGRESS when there is something new for it
   * @throws Refused
   */
  heartbeat(group: ConsumerGroup, reference: MemberReference): number {
    const member = this.classicMember(group, reference)
    this.rounds.renewSession(group, member)
    const hasNews =
      member.memberEpoch < group.targetEpoch ||
      member.memberEpoch < group.groupEpoch ||
      member.state === 'UnrevokedPartitions' ||
      (member.state === 'UnreleasedPartitions' && !group.waitsForOthers(member))
    if (!hasNews) return errorCodes.NONE
    this.awaitJoin(group, member)
    return errorCodes.REBALANCE_IN_PROGRESS
  }

  /** Removes members, and gives the error code for each. */
  leave(group: ConsumerGroup, leaving: readonly LeavingMember[]): number[] {
    return leaving.map(({ memberId, groupInstanceId }) => {
      try {
        const member =
          groupInstanceId === null
            ? group.member(memberId)
            : staticMember(group, memberId === '' ? (group.staticMember(groupInstanceId)?.memberId ?? '') : memberId, groupInstanceId)
        this.rounds.remove(group, member.memberId)
        return errorCodes.NONE
      } catch (error) {
        if (error instanceof Refused) return error.errorCode
        throw error
      }
    })
  }

  private subscribe(group: ConsumerGroup, memberId: string, request: JoinRequest): ConsumerMember {
    const { groupInstanceId } = request
    if (groupInstanceId === null) {
      return group.members.get(memberId) ?? newConsumerMember(memberId, null, request)
    }
    const known = group.staticMember(groupInstanceId)
    if (known === undefined) return newConsumerMember(memberId, groupInstanceId, request)
    if (request.memberId !== '') return staticMember(group, memberId, groupInstanceId)
    const back = { ...known, memberId, memberEpoch: 0, previousMemberEpoch: 0 }
    group.replace(known, back)
    return back
  }

  private checkProtocols(group: ConsumerGroup, { protocolType, protocols }: JoinRequest): void {
    const others = [...group.members.values()].flatMap(({ classic }) => classic?.protocols.map(({ name }) => name) ?? [])
    const isShared = others.length === 0 || protocols.some(({ name }) => others.includes(name))
    if (protocolType === consumerProtocolType && protocols.length > 0 && isShared) return
    throw new Refused(errorCodes.INCONSISTENT_GROUP_PROTOCOL, 'The group is one of consumers')
  }

  /** @throws Refused when it is none, or not in this generation */
  private classicMember(group: ConsumerGroup, { memberId, groupInstanceId, generationId }: MemberReference): ConsumerMember {
    const member = groupInstanceId === null ? group.member(memberId) : staticMember(group, memberId, groupInstanceId)
    if (member.classic === undefined) throw new Refused(errorCodes.UNKNOWN_MEMBER_ID, 'The member uses the consumer protocol')
    if (generationId !== member.memberEpoch) throw new Refused(errorCodes.ILLEGAL_GENERATION, 'Another generation')
    return member
  }

  /** The member was told to join again: it has its rebalance timeout for that. */
  private awaitJoin(group: ConsumerGroup, member: ConsumerMember): void {
    this.rounds.startRebalanceTimer(group, member, () => false)
  }

  private byName(owned: OwnedPartitions): Map<string, number[]> {
    return new Map(
      [...owned].flatMap(([topicId, partitions]): [string, number[]][] => {
        const name = this.topics.getById(topicId)?.name
        return name === undefined ? [] : [[name, [...partitions.keys()].sort((a, b) => a - b)]]
      })
    )
  }
}
