import { Kafka } from '../../../src/kafka'
import type { KafkaConfig } from '../../../src/types/client'
import type { Consumer, ConsumerConfig, EachMessagePayload } from '../../../src/types/consumer'
import { logLevel } from '../../../src/types/enums'
import { deferred } from '../../../src/utils/deferred'
import type { TestCluster } from '../../cluster/test-cluster'
import { uniqueName } from '../support/unique-name'

/** A topic of one's own, on all nodes, with leaders that every broker knows. */
export async function newTopic(cluster: TestCluster, partitions: number, config: Record<string, string> = {}): Promise<string> {
  const topic = uniqueName('consumer')
  await cluster.java.createTopic(topic, { partitions, replicationFactor: cluster.nodes.length, config })
  await cluster.waitForTopic(topic, partitions)
  return topic
}

/** How a {@link Reader} reads. */
export interface ReaderOptions {
  readonly config: Partial<ConsumerConfig> & { readonly groupId: string }
  readonly client?: Partial<KafkaConfig>
  /** Default true. */
  readonly fromBeginning?: boolean
  /** Default true. */
  readonly autoCommit?: boolean
  /** Awaited for every message before it counts. */
  readonly each?: (payload: EachMessagePayload) => unknown
  /** Does not keep what it gets. */
  readonly forgets?: boolean
}

/** A consumer that keeps what it gets, and says when something holds of that. */
export class Reader {
  readonly seen: EachMessagePayload[] = []
  private readonly waiters: { holds: () => boolean; resolve: () => void }[] = []

  private constructor(readonly consumer: Consumer) {}

  /** Connects, subscribes and joins the group. */
  static async start(cluster: TestCluster, topics: string[], options: ReaderOptions): Promise<Reader> {
    const kafka = new Kafka({ clientId: 'conformance', brokers: cluster.bootstrap, logLevel: logLevel.NOTHING, ...options.client })
    const reader = new Reader(kafka.consumer(options.config))
    await reader.consumer.connect()
    await reader.consumer.subscribe({ topics, fromBeginning: options.fromBeginning ?? true })
    await reader.consumer.run({
      autoCommit: options.autoCommit ?? true,
      eachMessage: async payload => {
        await options.each?.(payload)
        // A million messages would keep all that was fetched.
        if (options.forgets !== true) reader.seen.push(payload)
        reader.look()
      }
    })
    return reader
  }

  /** Resolves when something holds that messages change. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve()
    const { promise, resolve } = deferred()
    this.waiters.push({ holds, resolve })
    return promise
  }

  count(count: number): Promise<void> {
    return this.until(() => this.seen.length >= count)
  }

  stop(): Promise<void> {
    return this.consumer.disconnect()
  }

  private look(): void {
    for (const waiter of this.waiters.filter(({ holds }) => holds())) {
      this.waiters.splice(this.waiters.indexOf(waiter), 1)
      waiter.resolve()
    }
  }
}
