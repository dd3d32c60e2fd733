import { logLevel } from '../types/enums'
import { deepFreeze } from '../utils/deep-freeze'

/** Every default of every public option, by the option's own name. Durations in ms. docs/configuration.md lists the same. */
export const defaults = deepFreeze({
  client: {
    clientId: 'kafkajs',
    connectionTimeout: 10_000,
    /** What `connectionTimeout` grows to after failures. */
    connectionTimeoutMax: 30_000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    enforceRequestTimeout: true,
    logLevel: logLevel.INFO
  },
  retry: {
    retries: 5,
    initialRetryTime: 300,
    maxRetryTime: 30_000,
    factor: 0.2,
    multiplier: 2
  },
  producer: {
    metadataMaxAge: 300_000,
    allowAutoTopicCreation: true,
    idempotent: false,
    /** Of one broker. KafkaJS: no limit. */
    maxInFlightRequests: 5
  },
  consumer: {
    metadataMaxAge: 300_000,
    sessionTimeout: 30_000,
    rebalanceTimeout: 60_000,
    heartbeatInterval: 3000,
    maxBytesPerPartition: 1_048_576,
    minBytes: 1,
    maxBytes: 10_485_760,
    /** KafkaJS: 5,000, which holds up every partition of a broker that has something to say about one. */
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: true,
    maxInFlightRequests: Infinity,
    readUncommitted: false
  }
})
