import { createPartitionsApi } from '../../../../src/protocol/generated/create-partitions'
import type { CreatePartitionsRequestInput } from '../../../../src/protocol/generated/create-partitions-request'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import type { CreatableTopicInput, CreateTopicsRequestInput } from '../../../../src/protocol/generated/create-topics-request'
import { deleteTopicsApi } from '../../../../src/protocol/generated/delete-topics'
import type { DeleteTopicsRequestInput } from '../../../../src/protocol/generated/delete-topics-request'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import type { MetadataRequestInput } from '../../../../src/protocol/generated/metadata-request'
import { zeroUuid } from '../../../../src/protocol/uuid'
import { RecordActor, type MadeTopic } from '../../records/scripts/record-actor'
import type { Stage } from '../../scripts/stage'

/** A topic to make: one partition, one replica, unless told otherwise. */
export const wish = (name: string, more: CreatableTopicInput = {}): CreatableTopicInput => ({
  name,
  numPartitions: 1,
  replicationFactor: 1,
  assignments: [],
  configs: [],
  ...more
})

/** Makes, grows, describes and deletes topics as a script says. */
export class TopicActor {
  /** Ids that have a name of their own in the transcript. */
  private readonly known = new Set<string>([zeroUuid])

  private constructor(
    readonly stage: Stage,
    private readonly actor: RecordActor
  ) {}

  static async enter(stage: Stage): Promise<TopicActor> {
    return new TopicActor(stage, await RecordActor.enter(stage))
  }

  /** Makes a topic, and no line of it. */
  async make(name: string, partitions = 1): Promise<MadeTopic> {
    const topic = await this.actor.topic(name, { partitions })
    this.known.add(topic.id)
    return topic
  }

  /** Asks for topics to be made. */
  create(label: string, topics: readonly CreatableTopicInput[], version = 7, more: CreateTopicsRequestInput = {}): Promise<void> {
    const body = { topics, timeoutMs: 30_000, ...more }
    return this.actor.ask(label, createTopicsApi, version, body, answer => {
      this.call(answer.topics)
      return { topics: answer.topics }
    })
  }

  delete(label: string, version: number, request: DeleteTopicsRequestInput): Promise<void> {
    // In no order that means something.
    return this.actor.ask(label, deleteTopicsApi, version, { timeoutMs: 30_000, ...request }, ({ responses }) => ({ results: responses }))
  }

  grow(label: string, request: CreatePartitionsRequestInput, version = 3): Promise<void> {
    return this.actor.ask(label, createPartitionsApi, version, { timeoutMs: 30_000, ...request })
  }

  /**
   * Describes topics.
   * @param only names of those to write down; default all
   */
  async describe(label: string, request: MetadataRequestInput, version = 12, only?: readonly string[]): Promise<void> {
    await this.actor.ask(label, metadataApi, version, request, ({ topics, brokers, clusterId, controllerId, ...answer }) => {
      const shown = topics.filter(({ name }) => only === undefined || only.includes(name ?? ''))
      this.call(shown)
      return { ...answer, hasClusterId: clusterId !== null, controller: controllerId > 0, brokers: brokers.length, topics: shown }
    })
  }

  /** Resolves when all brokers know what has been made and deleted. */
  settled(): Promise<void> {
    return this.stage.wait(300)
  }

  private call(topics: readonly { topicId: string; errorCode: number }[]): void {
    for (const { topicId, errorCode } of topics) if (errorCode === 0 && !this.known.has(topicId)) this.stage.call(topicId, 'a new id')
  }
}
