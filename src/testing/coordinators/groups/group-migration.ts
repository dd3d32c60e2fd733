import { errorCodes } from '../../../errors/error-table'
import { Refused } from '../../refused'
import { ClassicGroup, metadataOf } from './classic-group'
import type { ClassicMember } from './classic-member'
import type { ClassicRebalance } from './classic-rebalance'
import { ConsumerGroup } from './consumer-group'
import { newConsumerMember, type ConsumerMember } from './consumer-member'
import { consumerProtocolType, readAssignment, readSubscription, writeAssignment } from './consumer-protocol'
import type { ConsumerRounds } from './consumer-rounds'
import type { GroupEnvironment } from './group-environment'

/** Turns classic groups into consumer groups and back while they run (KIP-848, `group.consumer.migration.policy`). */
export class GroupMigration {
  constructor(
    private readonly environment: GroupEnvironment,
    private readonly rebalance: ClassicRebalance,
    private readonly rounds: ConsumerRounds
  ) {}

  /**
   * A consumer group with the members of a classic one, each with what it has.
   * @throws Refused GROUP_ID_NOT_FOUND when the group cannot be turned
   */
  upgrade(group: ClassicGroup, empty: ConsumerGroup): ConsumerGroup {
    const refuse = (reason: string): never => {
      const text = `Group ${group.groupId} stays a classic group: ${reason}`
      throw new Refused(errorCodes.GROUP_ID_NOT_FOUND, text)
    }
    if (!['upgrade', 'bidirectional'].includes(this.policy)) refuse('group.consumer.migration.policy does not allow it')
    if (!group.usesConsumerProtocol) refuse('its members are no consumers')
    empty.groupEpoch = group.generationId
    empty.targetEpoch = group.generationId
    for (const member of group.members.values()) {
      const joined = this.toConsumerMember(group, member)
      empty.put(joined)
      empty.setTarget(joined.memberId, new Map([...joined.assigned].map(([topicId, partitions]) => [topicId, new Set(partitions.keys())])))
    }
    // Whoever waits has to join again, and then finds a consumer group.
    this.rebalance.release(group, errorCodes.REBALANCE_IN_PROGRESS)
    for (const member of empty.members.values()) this.rounds.renewSession(empty, member)
    empty.topicsChanged()
    return empty
  }

  /** Whether only members of the classic protocol are left, and the group may go back to it. */
  canDowngrade(group: ConsumerGroup): boolean {
    if (group.isEmpty || !['downgrade', 'bidirectional'].includes(this.policy)) return false
    return [...group.members.values()].every(({ classic }) => classic !== undefined)
  }

  /** A classic group with the members of a consumer group, stable with what they were meant to have. */
  downgrade(group: ConsumerGroup): ClassicGroup {
    const classic = new ClassicGroup(group.groupId, () => this.environment.clock.wallTime(), this.environment.ids)
    for (const member of group.members.values()) {
      const assignment = writeAssignment(this.targetByName(group, member), member.classic?.version ?? 0)
      classic.add(toClassicMember(member, assignment), consumerProtocolType)
      group.cancelTimers(member.memberId)
    }
    classic.resume(group.groupEpoch)
    for (const member of classic.members.values()) this.rebalance.renewSession(classic, member)
    return classic
  }

  private get policy(): string {
    return this.environment.configs.broker('group.consumer.migration.policy').toLowerCase()
  }

  private toConsumerMember(group: ClassicGroup, member: ClassicMember): ConsumerMember {
    const subscription = readSubscription(metadataOf(member, group.protocolName ?? member.protocols[0].name))
    const assignment = readAssignment(member.assignment)
    // Kafka runs into what it cannot read, and says so; the group stays as it is.
    if (subscription === undefined || assignment === undefined) {
      throw new Refused(errorCodes.UNKNOWN_SERVER_ERROR, `Subscription or assignment of ${member.memberId} cannot be read`)
    }
    const assigned = new Map(
      [...assignment].flatMap(([topic, partitions]): [string, Map<number, number>][] => {
        const topicId = this.environment.topics.get(topic)?.id
        return topicId === undefined ? [] : [[topicId, new Map(partitions.map(partition => [partition, group.generationId]))]]
      })
    )
    return {
      ...newConsumerMember(member.memberId, member.groupInstanceId, member),
      rackId: subscription.rackId,
      rebalanceTimeoutMs: member.rebalanceTimeoutMs,
      subscribedTopicNames: subscription.topics,
      classic: { sessionTimeoutMs: member.sessionTimeoutMs, protocols: member.protocols, version: subscription.version },
      memberEpoch: group.generationId,
      previousMemberEpoch: group.generationId,
      assigned
    }
  }

  private targetByName(group: ConsumerGroup, { memberId }: ConsumerMember): Map<string, number[]> {
    return new Map(
      [...group.targetOf(memberId)].flatMap(([topicId, partitions]): [string, number[]][] => {
        const name = this.environment.topics.getById(topicId)?.name
        return name === undefined ? [] : [[name, [...partitions]]]
      })
    )
  }
}

function toClassicMember(member: ConsumerMember, assignment: Buffer): ClassicMember {
  return {
    memberId: member.memberId,
    groupInstanceId: member.instanceId,
    clientId: member.clientId,
    clientHost: member.clientHost,
    sessionTimeoutMs: member.classic?.sessionTimeoutMs ?? 0,
    rebalanceTimeoutMs: member.rebalanceTimeoutMs,
    protocols: member.classic?.protocols ?? [],
    assignment,
    isNew: false,
    join: undefined,
    sync: undefined,
    session: undefined
  }
}
