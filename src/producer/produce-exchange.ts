import { zeroUuid } from '../protocol/uuid'
import type { NegotiatedVersions } from '../network/negotiated-versions'
import { produceApi } from '../protocol/generated/produce'
import type { ProduceRequestInput } from '../protocol/generated/produce-request'
import type { PartitionProduceResponse, ProduceResponse, TopicProduceResponse } from '../protocol/generated/produce-response'
import { CompressionTypes } from '../types/enums'
import type { SentBatch } from './sent-batch'

/** First version whose brokers know zstd (KIP-110). */
const firstWithZstd = 7
/** First version that names topics by id (KIP-516). */
const firstWithTopicIds = 13

/** Gives the id of a topic; `zeroUuid` when it is not known. */
export type TopicIds = (topic: string) => string

interface TopicPart {
  readonly topic: string
  readonly topicId: string
  readonly sent: SentBatch[]
}

/** Batches that may share a request: same acks, and whether zstd is among them, which not every version allows. */
export function requestKind(acks: number, compression: number): number {
  return 2 * acks + (compression === CompressionTypes.ZSTD ? 1 : 0)
}

/** One Produce request and the way back from its response to its batches, of which each partition has one. */
export class ProduceExchange {
  private readonly topics: TopicPart[] = []

  /** @param sent batches of one kind, see {@link requestKind} */
  constructor(
    readonly sent: readonly SentBatch[],
    private readonly acks: number,
    topicIds: TopicIds
  ) {
    const byName = new Map<string, TopicPart>()
    for (const one of sent) {
      const { topic } = one.batch
      let part = byName.get(topic)
      if (part === undefined) {
        part = { topic, topicId: topicIds(topic), sent: [] }
        byName.set(topic, part)
        this.topics.push(part)
      }
      part.sent.push(one)
    }
  }

  /**
   * The version to use.
   * @throws KafkaUnsupportedVersionError
   */
  version(versions: NegotiatedVersions): number {
    const zstd = this.sent.some(({ batch }) => batch.compression === CompressionTypes.ZSTD)
    const named = this.topics.some(({ topicId }) => topicId === zeroUuid)
    return versions.pick(produceApi, { min: zstd ? firstWithZstd : undefined, max: named ? firstWithTopicIds - 1 : undefined })
  }

  request(): ProduceRequestInput {
    let timeoutMs = 0
    for (const { batch } of this.sent) timeoutMs = Math.max(timeoutMs, batch.timeoutMs)
    return {
      acks: this.acks,
      timeoutMs,
      topicData: this.topics.map(({ topic, topicId, sent }) => ({
        name: topic,
        topicId,
        partitionData: sent.map(({ batch }) => ({ index: batch.partition, records: batch.records }))
      }))
    }
  }

  /** Calls `each` for every batch, with what the response says of its partition: undefined when it says nothing. */
  match(response: ProduceResponse, each: (sent: SentBatch, answer: PartitionProduceResponse | undefined) => void): void {
    for (const [t, part] of this.topics.entries()) {
      const answers = find(response.responses, t, answer => isAbout(answer, part))?.partitionResponses ?? []
      for (const [p, sent] of part.sent.entries())
        each(
          sent,
          find(answers, p, ({ index }) => index === sent.batch.partition)
        )
    }
  }
}

function isAbout({ name, topicId }: TopicProduceResponse, part: TopicPart): boolean {
  return name === '' ? topicId === part.topicId : name === part.topic
}

/** Brokers answer in the order of the request, so the place in it is the first to look at. */
function find<T>(list: readonly T[], index: number, matches: (item: T) => boolean): T | undefined {
  const likely = list[index]
  return likely !== undefined && matches(likely) ? likely : list.find(matches)
}
