import { createAdmin } from './admin/admin'
import { Cluster } from './cluster/cluster'
import { resolveAdminConfig } from './config/admin-config'
import { type ClientConfig, resolveClientConfig } from './config/client-config'
import { resolveConsumerConfig } from './config/consumer-config'
import { resolveProducerConfig } from './config/producer-config'
import { createConsumer } from './consumer/consumer'
import { type ClientKind, InstrumentationEmitter } from './instrumentation/emitter'
import { createLogger } from './instrumentation/logger'
import { createProducer } from './producer/producer'
import type { Admin, AdminConfig } from './types/admin'
import type { KafkaConfig } from './types/client'
import type { Consumer, ConsumerConfig } from './types/consumer'
import type { Logger } from './types/logger'
import type { Producer, ProducerConfig } from './types/producer'
import { systemClock } from './utils/clock'

/**
 * A Kafka cluster to work with. Makes producers, consumers and admin clients, each with connections of its own; nothing is
 * connected before `connect()` is called on one of them.
 */
export class Kafka {
  private readonly config: ClientConfig
  private readonly rootLogger: Logger

  /** @throws KafkaConfigError for the first option that is wrong */
  constructor(config: KafkaConfig) {
    this.config = resolveClientConfig(config)
    const { logLevel: level, logCreator } = this.config
    this.rootLogger = createLogger({ level, logCreator })
  }

  /** @throws KafkaConfigError for the first option that is wrong */
  producer(config: ProducerConfig = {}): Producer {
    const resolved = resolveProducerConfig(config, this.config)
    return createProducer({ ...this.parts('producer', resolved), config: resolved })
  }

  /** @throws KafkaConfigError for the first option that is wrong */
  consumer(config: ConsumerConfig): Consumer {
    const resolved = resolveConsumerConfig(config, this.config)
    return createConsumer({ ...this.parts('consumer', resolved), config: resolved })
  }

  /** @throws KafkaConfigError for the first option that is wrong */
  admin(config: AdminConfig = {}): Admin {
    const resolved = resolveAdminConfig(config, this.config)
    return createAdmin({ ...this.parts('admin', { metadataMaxAgeMs: 0, allowAutoTopicCreation: false }), config: resolved })
  }

  /** The root of all loggers of this instance. */
  logger(): Logger {
    return this.rootLogger
  }

  /** What every client is made of. */
  private parts(kind: ClientKind, metadata: { metadataMaxAgeMs: number; allowAutoTopicCreation: boolean }): ClientParts {
    const { config, rootLogger: logger } = this
    const clock = systemClock
    const instrumentation = new InstrumentationEmitter(kind, logger)
    const { metadataMaxAgeMs, allowAutoTopicCreation } = metadata
    const options = { config, clock, logger: logger.namespace('Cluster'), instrumentation, metadataMaxAgeMs, allowAutoTopicCreation }
    const cluster = new Cluster(options)
    return { cluster, clock, instrumentation, logger, requestTimeoutMs: config.requestTimeoutMs }
  }
}

interface ClientParts {
  readonly cluster: Cluster
  readonly clock: typeof systemClock
  readonly instrumentation: InstrumentationEmitter
  readonly logger: Logger
  readonly requestTimeoutMs: number
}
