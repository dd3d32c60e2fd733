import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import type {
  ConsumerRunConfig,
  ConsumerSubscribeTopic,
  ConsumerSubscribeTopics,
  EachBatchHandler,
  EachMessageHandler
} from '../types/consumer'
import type { TopicPartitionOffset, TopicPartitionOffsetAndMetadata } from '../types/offsets'
import type { OffsetToCommit } from './offsets/offset-committer'

/** Options of `run`, complete and checked. */
export type RunOptions = {
  readonly autoCommit: { readonly enabled: boolean; readonly intervalMs: number | undefined; readonly threshold: number | undefined }
  readonly eachBatchAutoResolve: boolean
  readonly partitionsConsumedConcurrently: number
} & (
  | { readonly eachMessage: EachMessageHandler; readonly eachBatch: undefined }
  | { readonly eachMessage: undefined; readonly eachBatch: EachBatchHandler }
)

/** What `subscribe` was asked for. */
export interface CheckedSubscription {
  readonly topics: readonly (string | RegExp)[]
  readonly fromBeginning: boolean
}

const knownRunOptions = new Set<string>([
  'autoCommit',
  'autoCommitInterval',
  'autoCommitThreshold',
  'eachBatchAutoResolve',
  'partitionsConsumedConcurrently',
  'eachBatch',
  'eachMessage'
] satisfies (keyof ConsumerRunConfig)[])

const knownSubscribeOptions = new Set(['topic', 'topics', 'fromBeginning'])
const largestOffset = 2n ** 63n - 1n
/** Earliest and latest, as `seek` takes them. */
const sentinels = new Set([-1n, -2n])

/** @throws KafkaJSNonRetriableError for the first thing that is wrong */
export function checkRun(config: ConsumerRunConfig = {}): RunOptions {
  refuseUnknown('consumer.run', config, knownRunOptions)
  const { autoCommit = true, autoCommitInterval, autoCommitThreshold, eachBatchAutoResolve = true, eachBatch, eachMessage } = config
  const { partitionsConsumedConcurrently = 1 } = config
  const common = {
    autoCommit: {
      enabled: autoCommit,
      intervalMs: positive('autoCommitInterval', autoCommitInterval),
      threshold: positive('autoCommitThreshold', autoCommitThreshold)
    },
    eachBatchAutoResolve,
    partitionsConsumedConcurrently: positive('partitionsConsumedConcurrently', partitionsConsumedConcurrently) ?? 1
  }
  if (typeof eachMessage === 'function') return { ...common, eachMessage, eachBatch: undefined }
  if (typeof eachBatch === 'function') return { ...common, eachMessage: undefined, eachBatch }
  throw new KafkaJSNonRetriableError('consumer.run needs a handler: give a function as eachMessage or as eachBatch')
}

/** @throws KafkaJSNonRetriableError for the first thing that is wrong */
export function checkSubscription(subscription: ConsumerSubscribeTopics | ConsumerSubscribeTopic): CheckedSubscription {
  const given = subscription as Partial<ConsumerSubscribeTopics & ConsumerSubscribeTopic> | undefined
  const { topic, topics, fromBeginning = false } = given ?? {}
  if (topic === undefined && topics === undefined) throw new KafkaJSNonRetriableError('Missing required argument "topics"')
  refuseUnknown('consumer.subscribe', given ?? {}, knownSubscribeOptions)
  if (topics !== undefined && !Array.isArray(topics)) throw new KafkaJSNonRetriableError('Argument "topics" must be an array')
  const all = topics ?? [topic as string | RegExp]
  for (const one of all) {
    if (typeof one === 'string' && one !== '') continue
    if (one instanceof RegExp) continue
    throw new KafkaJSNonRetriableError(
      `Invalid topic ${JSON.stringify(one)} (${typeof one}), the topic name has to be a String or a RegExp`
    )
  }
  return { topics: all, fromBeginning }
}

/** @throws KafkaJSNonRetriableError for the first thing that is wrong */
export function checkCommits(entries: readonly TopicPartitionOffsetAndMetadata[]): Omit<OffsetToCommit, 'assigned'>[] {
  if (!Array.isArray(entries)) throw new KafkaJSNonRetriableError('Offsets to commit must be an array of { topic, partition, offset }')
  return (entries as readonly TopicPartitionOffsetAndMetadata[]).map(entry => {
    const { topic, partition } = checkPlace(entry)
    const { metadata } = entry
    if (metadata !== undefined && metadata !== null && typeof metadata !== 'string') {
      throw new KafkaJSNonRetriableError(`Invalid offset metadata, expected string or null, received ${String(metadata)}`)
    }
    const offset = parseOffset(entry.offset)
    if (offset < 0n) throw new KafkaJSNonRetriableError('Offset must not be a negative number')
    return { topic, partition, offset, metadata }
  })
}

/** @throws KafkaJSNonRetriableError for the first thing that is wrong */
export function checkSeek(entry: TopicPartitionOffset): { topic: string; partition: number; offset: number } {
  const place = checkPlace(entry)
  const offset = parseOffset(entry.offset)
  if (offset < 0n && !sentinels.has(offset)) throw new KafkaJSNonRetriableError('Offset must not be a negative number')
  return { ...place, offset: Number(offset) }
}

/** @throws KafkaJSNonRetriableError when an entry names no topic or no list of partitions */
export function checkTopicPartitions(entries: readonly { topic: string; partitions?: number[] }[]): void {
  for (const { topic, partitions } of entries) {
    if (typeof topic !== 'string' || topic === '') throw new KafkaJSNonRetriableError(`Invalid topic ${JSON.stringify(topic)}`)
    if (partitions === undefined) continue
    if (!Array.isArray(partitions) || !(partitions as unknown[]).every(partition => Number.isInteger(partition))) {
      throw new KafkaJSNonRetriableError(
        'Array of valid partitions required to pause/resume specific partitions instead of the whole topic'
      )
    }
  }
}

function checkPlace({ topic, partition }: { topic: string; partition: number }): { topic: string; partition: number } {
  if (typeof topic !== 'string' || topic === '') throw new KafkaJSNonRetriableError(`Invalid topic ${JSON.stringify(topic)}`)
  if (!Number.isInteger(partition) || partition < 0)
    throw new KafkaJSNonRetriableError(`Invalid partition, expected a number received ${partition}`)
  return { topic, partition }
}

function parseOffset(offset: unknown): bigint {
  const text = typeof offset === 'string' || typeof offset === 'number' || typeof offset === 'bigint' ? String(offset) : ''
  if (!/^-?\d+$/.test(text)) throw new KafkaJSNonRetriableError(`Invalid offset, expected a long received ${String(offset)}`)
  const value = BigInt(text)
  if (value > largestOffset) throw new KafkaJSNonRetriableError(`Invalid offset, ${text} is beyond the range of a long`)
  return value
}

function positive(name: string, value: number | null | undefined): number | undefined {
  if (value === undefined || value === null) return undefined
  if (Number.isInteger(value) && value > 0) return value
  throw new KafkaJSNonRetriableError(`consumer.run: ${name} must be a whole number from 1, received ${value}`)
}

function refuseUnknown(where: string, options: object, known: ReadonlySet<string>): void {
  for (const key of Object.keys(options)) {
    if (!known.has(key)) throw new KafkaJSNonRetriableError(`${where} has no option "${key}"; it takes ${[...known].join(', ')}`)
  }
}
