import { randomUUID } from 'node:crypto'
import { consumerGroupHeartbeatApi } from '../../../../src/protocol/generated/consumer-group-heartbeat'
import type { ConsumerGroupHeartbeatRequestInput } from '../../../../src/protocol/generated/consumer-group-heartbeat-request'
import type { ConsumerGroupHeartbeatResponse } from '../../../../src/protocol/generated/consumer-group-heartbeat-response'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { offsetFetchApi } from '../../../../src/protocol/generated/offset-fetch'
import type { WireClient } from '../../support/wire-client'
import type { Stage } from '../../scripts/stage'

type Partitions = { topicId: string; partitions: number[] }[]

/** A member of a consumer group that does what the script says, and keeps its epoch and partitions as a client would. */
export class ConsumerActor {
  memberId: string
  memberEpoch = 0
  assignment: Partitions = []

  private constructor(
    readonly stage: Stage,
    readonly name: string,
    private readonly client: WireClient,
    readonly group: string,
    readonly instanceId: string | null
  ) {
    // Assignors go by the order of ids: it is that of the names.
    this.memberId = name.charCodeAt(0).toString(16) + randomUUID().slice(2)
    stage.call(this.memberId, `id of ${name}`)
  }

  static async enter(stage: Stage, name: string, group: string, instanceId: string | null = null): Promise<ConsumerActor> {
    return new ConsumerActor(stage, name, await stage.client(name), group, instanceId)
  }

  /** Joins, with everything that a first request has to have. */
  join(topics: readonly string[] | null, overrides: Partial<ConsumerGroupHeartbeatRequestInput> = {}): Promise<number> {
    this.memberEpoch = 0
    return this.beat({ rebalanceTimeoutMs: 5000, subscribedTopicNames: topics, topicPartitions: [], ...overrides }, 'join')
  }

  /** A heartbeat with nothing new in it, unless the script says so; the error code. */
  async beat(overrides: Partial<ConsumerGroupHeartbeatRequestInput> = {}, label = 'beat', version = 1): Promise<number> {
    const { group: groupId, memberId, memberEpoch, instanceId } = this
    const body = { groupId, memberId, memberEpoch, instanceId, ...overrides }
    const answer = await this.stage.ask(`${this.name} ${label}`, this.client, consumerGroupHeartbeatApi, version, body)
    this.take(answer)
    return answer.errorCode
  }

  /** Says that it has just what it was given: what it was told to give up it has given up. */
  owns(partitions: Partitions = this.assignment, label = 'owns'): Promise<number> {
    return this.beat({ topicPartitions: partitions }, label)
  }

  leave(epoch = -1): Promise<number> {
    return this.beat({ memberEpoch: epoch }, 'leave')
  }

  /** Beats and owns until there is nothing new any more. */
  async settle(): Promise<void> {
    await this.stage.quiet(async () => {
      for (let i = 0; i < 6; i++) await this.owns()
    })
  }

  /** Number of partitions that it has. */
  get count(): number {
    return this.assignment.reduce((sum, { partitions }) => sum + partitions.length, 0)
  }

  async commit(topic: string, partition: number, offset: number, overrides: object = {}, version = 9): Promise<void> {
    const partitions = [{ partitionIndex: partition, committedOffset: BigInt(offset), committedMetadata: '' }]
    await this.stage.ask(`${this.name} commit`, this.client, offsetCommitApi, version, {
      groupId: this.group,
      generationIdOrMemberEpoch: this.memberEpoch,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      topics: [{ name: topic, partitions }],
      ...overrides
    })
  }

  async fetch(topic: string, overrides: object = {}): Promise<void> {
    const { group: groupId, memberId, memberEpoch } = this
    const groups = [{ groupId, memberId, memberEpoch, topics: [{ name: topic, partitionIndexes: [0, 1] }], ...overrides }]
    await this.stage.ask(`${this.name} fetch`, this.client, offsetFetchApi, 9, { groups })
  }

  private take({ errorCode, memberEpoch, memberId, assignment }: ConsumerGroupHeartbeatResponse): void {
    if (errorCode !== 0) return
    this.memberEpoch = memberEpoch
    if (memberId !== null) this.memberId = memberId
    if (assignment !== null) this.assignment = assignment.topicPartitions
  }
}
