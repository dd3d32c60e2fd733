import type { ICustomPartitioner, ProducerConfig } from '../types/producer'
import { deepFreeze } from '../utils/deep-freeze'
import type { ClientConfig } from './client-config'
import { defaults } from './defaults'
import { longestMs, OptionReader } from './option-reader'
import { resolveRetry, type RetryConfig } from './retry-config'

/** Options of `kafka.producer()`, complete, checked and frozen. */
export interface ProducerConfigResolved {
  /** Undefined: the default partitioner. */
  readonly createPartitioner: ICustomPartitioner | undefined
  readonly retry: RetryConfig
  /** Age at which metadata is fetched anew. Default 300,000. */
  readonly metadataMaxAgeMs: number
  /** Default true. */
  readonly allowAutoTopicCreation: boolean
  /** Produce requests that one broker may have unanswered. Default 5. */
  readonly maxInFlightRequests: number
}

const subject = 'the producer'

const known = [
  'createPartitioner',
  'retry',
  'metadataMaxAge',
  'allowAutoTopicCreation',
  'idempotent',
  'maxInFlightRequests'
] as const satisfies readonly (keyof ProducerConfig)[]

/**
 * Completes and checks the options of `kafka.producer()`.
 * @throws {@link KafkaConfigError} for the first option that is wrong
 */
export function resolveProducerConfig(user: unknown, client: ClientConfig): ProducerConfigResolved {
  const options = new OptionReader(user, '', subject, { known, notYet: ['transactionalId', 'transactionTimeout'] })
  const { producer } = defaults
  if (options.boolean('idempotent', producer.idempotent)) throw options.notYet('idempotent', 'an idempotent producer')
  return deepFreeze({
    createPartitioner: options.callback('createPartitioner') as ICustomPartitioner | undefined,
    retry: resolveRetry(options.raw('retry'), subject, client.retry),
    metadataMaxAgeMs: options.duration('metadataMaxAge', producer.metadataMaxAge, { min: 0 }),
    allowAutoTopicCreation: options.boolean('allowAutoTopicCreation', producer.allowAutoTopicCreation),
    maxInFlightRequests: options.integer('maxInFlightRequests', producer.maxInFlightRequests, { min: 1, max: longestMs })
  })
}
