import { Kafka } from '../../../src/kafka'
import type { KafkaConfig } from '../../../src/types/client'
import type { Producer, ProducerConfig } from '../../../src/types/producer'
import { logLevel } from '../../../src/types/enums'
import type { TestCluster } from '../../cluster/test-cluster'
import { uniqueName } from '../support/unique-name'

/** A topic of one's own, on all nodes, with leaders that every broker knows. */
export async function newTopic(cluster: TestCluster, partitions: number, config: Record<string, string> = {}): Promise<string> {
  const topic = uniqueName('producer')
  await cluster.java.createTopic(topic, { partitions, replicationFactor: cluster.nodes.length, config })
  await cluster.waitForTopic(topic, partitions)
  return topic
}

/** Runs `use` with a connected producer and disconnects it, whatever happens. */
export async function withProducer<T>(
  cluster: TestCluster,
  use: (producer: Producer) => Promise<T>,
  options: { producer?: ProducerConfig; client?: Partial<KafkaConfig> } = {}
): Promise<T> {
  const kafka = new Kafka({ clientId: 'conformance', brokers: cluster.bootstrap, logLevel: logLevel.NOTHING, ...options.client })
  const producer = kafka.producer(options.producer)
  await producer.connect()
  try {
    return await use(producer)
  } finally {
    await producer.disconnect()
  }
}
