import type { Cluster } from '../cluster/cluster'
import type { AdminConfigResolved } from '../config/admin-config'
import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import type { EventListener, InstrumentationEmitter } from '../instrumentation/emitter'
import { adminEvents } from '../instrumentation/event-names'
import type { Admin } from '../types/admin'
import type { Logger } from '../types/logger'
import type { AdminContext } from './admin-context'
import { createTopics } from './create-topics'
import { deleteTopics } from './delete-topics'
import { describeCluster } from './describe-cluster'
import { fetchTopicMetadata, listTopics } from './topic-metadata'
import { fetchTopicOffsets } from './topic-offsets'

/** What an admin client is made of. */
export interface AdminOptions {
  readonly cluster: Cluster
  readonly config: AdminConfigResolved
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
}

/**
 * An admin client: one object whose functions need no `this`, as in KafkaJS, so that they can be passed around.
 * Calls before `connect()` and after `disconnect()` reject with KafkaClosedError.
 */
export function createAdmin({ cluster, config, logger: root, instrumentation }: AdminOptions): Admin {
  const logger = root.namespace('Admin')
  const context: AdminContext = { cluster, logger, retry: config.retry }
  return {
    connect: async () => {
      await cluster.connect()
      instrumentation.emit('connect')
    },
    disconnect: async () => {
      await cluster.close()
      instrumentation.emit('disconnect')
    },
    listTopics: async () => listTopics(context),
    createTopics: async options => createTopics(context, options),
    deleteTopics: async options => deleteTopics(context, options),
    fetchTopicMetadata: async options => fetchTopicMetadata(context, options),
    fetchTopicOffsets: async topic => fetchTopicOffsets(context, topic),
    describeCluster: async () => describeCluster(context),
    logger: () => logger,
    on: (eventName: string, listener: unknown) => {
      if (!(Object.values(adminEvents) as string[]).includes(eventName)) {
        const names = Object.keys(adminEvents).map(key => `admin.events.${key}`)
        throw new KafkaJSNonRetriableError(`Event name should be one of ${names.join(', ')}`)
      }
      return instrumentation.on(eventName, listener as EventListener)
    },
    events: adminEvents
  }
}
