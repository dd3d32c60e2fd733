import { KafkaConfigError } from '../errors/config-errors'
import type { PartitionAssigner } from '../types/assigner'
import type { ConsumerConfig } from '../types/consumer'
import { deepFreeze } from '../utils/deep-freeze'
import type { ClientConfig } from './client-config'
import { defaults } from './defaults'
import { describeValue } from './describe-value'
import { longestMs, OptionReader } from './option-reader'
import { resolveRetry, type RetryConfig } from './retry-config'

/** Options of `kafka.consumer()`, complete, checked and frozen. Durations in ms, sizes in bytes. */
export interface ConsumerConfigResolved {
  readonly groupId: string
  /** In order of preference; undefined: the default one. */
  readonly partitionAssigners: readonly PartitionAssigner[] | undefined
  /** Age at which metadata is fetched anew. Default 300,000. */
  readonly metadataMaxAgeMs: number
  /** Default 30,000. */
  readonly sessionTimeoutMs: number
  /** Default 60,000, or `sessionTimeoutMs` when that is longer. */
  readonly rebalanceTimeoutMs: number
  /** Default 3,000; below `sessionTimeoutMs`. */
  readonly heartbeatIntervalMs: number
  /** Default 1,048,576; at most `maxBytes`. */
  readonly maxBytesPerPartition: number
  /** Default 1. */
  readonly minBytes: number
  /** Default 10,485,760. */
  readonly maxBytes: number
  /** Default 500. */
  readonly maxWaitTimeMs: number
  readonly retry: RetryConfig
  /** Default true. */
  readonly allowAutoTopicCreation: boolean
  /** Of one connection. Default Infinity. */
  readonly maxInFlightRequests: number
  /** Default false. */
  readonly readUncommitted: boolean
}

const subject = 'the consumer'

const known = [
  'groupId',
  'partitionAssigners',
  'metadataMaxAge',
  'sessionTimeout',
  'rebalanceTimeout',
  'heartbeatInterval',
  'maxBytesPerPartition',
  'minBytes',
  'maxBytes',
  'maxWaitTimeInMs',
  'retry',
  'allowAutoTopicCreation',
  'maxInFlightRequests',
  'readUncommitted',
  'rackId'
] as const satisfies readonly (keyof ConsumerConfig)[]

/**
 * Completes and checks the options of `kafka.consumer()`.
 * @throws {@link KafkaConfigError} for the first option that is wrong
 */
export function resolveConsumerConfig(user: unknown, client: ClientConfig): ConsumerConfigResolved {
  const options = new OptionReader(user, '', subject, { known })
  if (options.string('rackId', '', { min: 0, max: 65_535 }) !== '') throw options.notYet('rackId', 'fetching from the nearest replica')
  return deepFreeze({
    groupId: resolveGroupId(options),
    partitionAssigners: resolveAssigners(options),
    metadataMaxAgeMs: options.duration('metadataMaxAge', defaults.consumer.metadataMaxAge, { min: 0 }),
    ...resolveGroupTimes(options),
    ...resolveFetch(options),
    retry: resolveConsumerRetry(options, client),
    allowAutoTopicCreation: options.boolean('allowAutoTopicCreation', defaults.consumer.allowAutoTopicCreation),
    maxInFlightRequests: options.number(
      'maxInFlightRequests',
      defaults.consumer.maxInFlightRequests,
      'must be a whole number from 1, or Infinity',
      n => n >= 1 && (Number.isInteger(n) || n === Infinity)
    ),
    readUncommitted: options.boolean('readUncommitted', defaults.consumer.readUncommitted)
  })
}

function resolveGroupId(options: OptionReader): string {
  const groupId = options.raw('groupId')
  if (typeof groupId === 'string' && groupId !== '') return options.string('groupId', '', { min: 1, max: longestString })
  const reason = 'must be a non-empty string'
  // KafkaJS's sentence.
  throw new KafkaConfigError(`Consumer groupId ${reason}.`, { option: 'groupId', reason, received: describeValue(groupId, false) })
}

/** What the length field of a string on the wire holds. */
const longestString = 32_767

function resolveAssigners(options: OptionReader): PartitionAssigner[] | undefined {
  const assigners = options.raw('partitionAssigners')
  if (assigners === undefined) return undefined
  if (!Array.isArray(assigners) || assigners.length === 0 || !assigners.every(assigner => typeof assigner === 'function')) {
    throw options.wrong('partitionAssigners', 'must be a non-empty list of functions that make assigners')
  }
  return [...(assigners as PartitionAssigner[])]
}

function resolveGroupTimes(
  options: OptionReader
): Pick<ConsumerConfigResolved, 'sessionTimeoutMs' | 'rebalanceTimeoutMs' | 'heartbeatIntervalMs'> {
  const { sessionTimeout, rebalanceTimeout, heartbeatInterval } = defaults.consumer
  const sessionTimeoutMs = options.duration('sessionTimeout', sessionTimeout)
  const heartbeatIntervalMs = options.duration('heartbeatInterval', heartbeatInterval)
  if (heartbeatIntervalMs >= sessionTimeoutMs) {
    const name = options.has('heartbeatInterval') ? 'heartbeatInterval' : 'sessionTimeout'
    const comparison = `heartbeatInterval (${heartbeatIntervalMs}) must be lower than sessionTimeout (${sessionTimeoutMs})`
    throw options.wrong(name, `does not fit: ${comparison}, best about a third of it`)
  }
  return {
    sessionTimeoutMs,
    // A member that may be silent for longer than the others may take to rejoin would be dropped from every rebalance.
    rebalanceTimeoutMs: options.duration('rebalanceTimeout', Math.max(rebalanceTimeout, sessionTimeoutMs)),
    heartbeatIntervalMs
  }
}

function resolveFetch(
  options: OptionReader
): Pick<ConsumerConfigResolved, 'minBytes' | 'maxBytes' | 'maxBytesPerPartition' | 'maxWaitTimeMs'> {
  const { consumer } = defaults
  const maxBytes = options.integer('maxBytes', consumer.maxBytes, { min: 1, max: longestMs })
  const minBytes = options.integer('minBytes', consumer.minBytes, { min: 0, max: longestMs })
  if (minBytes > maxBytes) throw options.wrong('minBytes', `must not be above maxBytes (${maxBytes})`)
  const perPartition = options.integer('maxBytesPerPartition', consumer.maxBytesPerPartition, { min: 1, max: longestMs })
  return {
    minBytes,
    maxBytes,
    maxBytesPerPartition: Math.min(perPartition, maxBytes),
    maxWaitTimeMs: options.duration('maxWaitTimeInMs', consumer.maxWaitTimeInMs, { min: 0 })
  }
}

/**
 * As in KafkaJS, the client's number of retries holds for a consumer only when the consumer has a `retry` of its own:
 * the number decides how soon a consumer gives up on a failing handler, and applications that lower it for their
 * producers do not mean that.
 */
function resolveConsumerRetry(options: OptionReader, client: ClientConfig): RetryConfig {
  const base = options.has('retry') ? client.retry : { ...client.retry, retries: defaults.retry.retries, explicitRetries: false }
  return resolveRetry(options.raw('retry'), subject, base)
}
