import { fetchMetadata } from '../cluster/fetch-metadata'
import { retryPolicy } from '../cluster/retry-policy'
import { KafkaJSAggregateError } from '../errors/admin-errors'
import { errorEntry } from '../errors/error-table'
import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { protocolError } from '../errors/protocol-error'
import { KafkaJSCreateTopicError } from '../errors/protocol-errors'
import { KafkaJSTimeout } from '../errors/usage-errors'
import { createTopicsApi } from '../protocol/generated/create-topics'
import type { CreatableTopicInput } from '../protocol/generated/create-topics-request'
import type { CreatableTopicResult } from '../protocol/generated/create-topics-response'
import type { MetadataResponseTopic } from '../protocol/generated/metadata-response'
import type { Admin } from '../types/admin'
import type { ITopicConfig } from '../types/topics'
import { sleep } from '../utils/clock'
import { type AdminContext, defaultTimeoutMs, responseTimeoutMs } from './admin-context'

type CreateTopicsOptions = Parameters<Admin['createTopics']>[0]

const topicAlreadyExists = 36

/** How often the controller is asked whether the new topics have leaders, ms. */
const leaderPollMs = 100

/** How long to wait for leaders when the caller names no `timeout`, ms; as in KafkaJS. */
const defaultLeaderWaitMs = 10_000

/**
 * Makes topics.
 * @returns false when every topic was there already
 * @throws KafkaJSAggregateError of one KafkaJSCreateTopicError per topic that was refused, in the order of their names
 * @throws KafkaJSNonRetriableError when the arguments are wrong
 * @throws KafkaJSTimeout when the topics are made but have no leaders in time
 */
export async function createTopics(context: AdminContext, options: CreateTopicsOptions): Promise<boolean> {
  const { topics, validateOnly = false, waitForLeaders = true, timeout } = options ?? {}
  checkTopics(topics)
  const outcome: Outcome = { pending: topics, refused: [] }
  await context.cluster.retry(
    'Creating topics',
    async (_, bail) => {
      try {
        await request(context, outcome, validateOnly, timeout ?? defaultTimeoutMs)
      } catch (error) {
        context.logger.warn('Could not create topics', { error: (error as Error).message })
        // Asked again, a broker that did make the topics would say that they are there already.
        const mayRepeat = retryPolicy(error).retriable && (error as { outcome?: unknown }).outcome !== 'maybe-applied'
        throw mayRepeat ? error : bail(error)
      }
    },
    { config: context.retry }
  )
  if (outcome.refused.length > 0) {
    if (outcome.refused.every(({ code }) => code === topicAlreadyExists)) return false
    throw new KafkaJSAggregateError(
      'Topic creation errors',
      outcome.refused.sort((a, b) => a.topic.localeCompare(b.topic))
    )
  }
  if (waitForLeaders && !validateOnly) await awaitLeaders(context, topics, timeout ?? defaultLeaderWaitMs)
  return true
}

interface Outcome {
  /** Not answered yet, or to be asked for again. */
  pending: ITopicConfig[]
  refused: KafkaJSCreateTopicError[]
}

/** Sends what is pending and sorts the answers; throws when some of them call for another try. */
async function request(context: AdminContext, outcome: Outcome, validateOnly: boolean, timeoutMs: number): Promise<void> {
  const message = { topics: outcome.pending.map(toMessage), timeoutMs, validateOnly }
  const limits = { timeoutMs: responseTimeoutMs(context, timeoutMs) }
  const { topics } = await context.cluster.sendToController(createTopicsApi, message, limits)
  const failed = topics.filter(({ errorCode }) => errorCode !== 0)
  const again = failed.filter(({ errorCode }) => mayRepeat(errorCode))
  outcome.refused.push(...failed.filter(({ errorCode }) => !mayRepeat(errorCode)).map(toError))
  const names = new Set(again.map(({ name }) => name))
  outcome.pending = outcome.pending.filter(({ topic }) => names.has(topic))
  const [first] = again
  if (first !== undefined) throw protocolError(first.errorCode, first.errorMessage, { topic: first.name })
}

/** Another controller, or a quota: the topic was not made and can be asked for again. */
function mayRepeat(errorCode: number): boolean {
  const { retriable, maybeApplied } = errorEntry(errorCode)
  return retriable && !maybeApplied
}

function toMessage(config: ITopicConfig): CreatableTopicInput {
  const { topic, numPartitions = -1, replicationFactor = -1, replicaAssignment = [], configEntries = [] } = config
  return {
    name: topic,
    numPartitions,
    replicationFactor,
    assignments: replicaAssignment.map(({ partition, replicas }) => ({ partitionIndex: partition, brokerIds: replicas })),
    configs: configEntries ?? []
  }
}

function toError({ name, errorCode, errorMessage }: CreatableTopicResult): KafkaJSCreateTopicError {
  const { type, code, retriable, message } = protocolError(errorCode, errorMessage)
  return new KafkaJSCreateTopicError({ type, code, retriable, message }, name, { serverMessage: errorMessage })
}

/** The controller is asked because it knows first. Until news of the topic have come to it, a broker says that it does not exist. */
async function awaitLeaders(context: AdminContext, topics: readonly ITopicConfig[], waitMs: number): Promise<void> {
  const { cluster } = context
  const names = topics.map(({ topic }) => topic)
  const deadline = cluster.clock.now() + waitMs
  for (;;) {
    const found = await controllerView(context, names)
    const settled = new Set(found.filter(hasLeaders).map(({ name }) => name))
    if (names.every(name => settled.has(name))) return
    for (const { name, errorCode } of found) {
      if (errorCode !== 0 && !errorEntry(errorCode).retriable) throw protocolError(errorCode, null, { topic: name ?? undefined })
    }
    if (cluster.clock.now() + leaderPollMs > deadline) throw new KafkaJSTimeout('Timed out while waiting for topic leaders')
    await sleep(cluster.clock, leaderPollMs, cluster.signal)
    cluster.signal.throwIfAborted()
  }
}

async function controllerView({ cluster, retry }: AdminContext, topics: readonly string[]): Promise<MetadataResponseTopic[]> {
  const question = { topics, allowAutoTopicCreation: false, timeoutMs: cluster.requestTimeoutMs }
  const attempt = async (): Promise<MetadataResponseTopic[]> => {
    const connection = await cluster.controllerConnection()
    return (await fetchMetadata(connection, question)).topics
  }
  return cluster.retry('Waiting for topic leaders', attempt, { config: retry })
}

function hasLeaders({ errorCode, partitions }: MetadataResponseTopic): boolean {
  return errorCode === 0 && partitions.length > 0 && partitions.every(({ leaderId }) => leaderId >= 0)
}

/** The checks and texts are KafkaJS's. */
function checkTopics(topics: unknown): asserts topics is ITopicConfig[] {
  if (!Array.isArray(topics)) throw new KafkaJSNonRetriableError(`Invalid topics array ${String(topics)}`)
  const configs = topics as (Partial<ITopicConfig> | null | undefined)[]
  if (configs.some(config => typeof config?.topic !== 'string')) {
    throw new KafkaJSNonRetriableError('Invalid topics array, the topic names have to be a valid string')
  }
  if (new Set(configs.map(config => config?.topic)).size < configs.length) {
    throw new KafkaJSNonRetriableError('Invalid topics array, it cannot have multiple entries for the same topic')
  }
  for (const { topic, configEntries } of configs as ITopicConfig[]) checkConfigEntries(topic, configEntries)
}

function checkConfigEntries(topic: string, entries: unknown): void {
  if (entries === null || entries === undefined) return
  const invalid = `Invalid configEntries for topic "${topic}"`
  if (!Array.isArray(entries)) throw new KafkaJSNonRetriableError(`${invalid}, must be an array`)
  for (const [index, entry] of entries.entries()) {
    if (typeof entry !== 'object' || entry === null) throw new KafkaJSNonRetriableError(`${invalid}. Entry ${index} must be an object`)
    for (const property of ['name', 'value']) {
      const value: unknown = Object.hasOwn(entry, property) ? (entry as Record<string, unknown>)[property] : undefined
      if (typeof value !== 'string') {
        throw new KafkaJSNonRetriableError(`${invalid}. Entry ${index} must have a valid "${property}" property`)
      }
    }
  }
}
