import { KafkaConfigError } from '../../../src/errors/config-errors'
import { EmbeddedKafka, type EmbeddedKafkaOptions } from '../../../src/testing'

describe('options of EmbeddedKafka.start', () => {
  it.each([
    [{ broker: 3 }, 'broker: is not an option; did you mean brokers?'],
    [{ brokers: 0 }, 'brokers: must be a whole number from 1 to 1000'],
    [{ topics: [{ topic: 'a b' }] }, 'topics[0].topic: Topic name is invalid'],
    [{ topics: [{ topic: 'a' }, { topic: 'a' }] }, 'topics: has a twice'],
    [{ topics: [{ topic: 'a', partitions: 3 }] }, 'topics[0].partitions: is not an option; did you mean numPartitions?'],
    [{ topics: [{ topic: 'a', replicationFactor: 2 }] }, 'topics[0].replicationFactor: must be a whole number from 1 to 1'],
    [{ topics: [{ topic: 'a', replicaAssignment: [[2]] }] }, 'topics[0].replicaAssignment[0]: must list different node ids from 1 to 1'],
    [
      { configs: { 'message.max.byte': '1' } },
      "configs['message.max.byte']: the embedded broker has no such config; did you mean message.max.bytes?"
    ],
    [{ configs: { 'message.max.bytes': 1 } }, "configs['message.max.bytes']: must be text"],
    [{ listeners: [] }, 'listeners: must not be empty'],
    [{ listeners: [{}, {}] }, 'listeners: two are called PLAINTEXT'],
    [{ brokers: 3, listeners: [{ port: 65_534 }] }, 'listeners[0].port: leaves no room for 3 brokers; choose one up to 65533'],
    [
      { brokers: 2, listeners: [{ port: 9092 }, { name: 'B', port: 9093 }] },
      'listeners[1].port: the 2 brokers need 2 ports each; keep as far away from 9092'
    ],
    [{ listeners: [{ protocol: 'SSL' }] }, 'listeners[0].tls: is needed for SSL'],
    [{ listeners: [{ protocol: 'SASL_PLAINTEXT' }] }, 'listeners[0].sasl: is needed'],
    [{ listeners: [{ protocol: 'SASL_PLAINTEXT', sasl: {} }] }, 'listeners[0].sasl: lets nobody in'],
    [{ asVersion: '1.0' }, 'asVersion: no broker of release "1.0" is known']
  ])('%j are refused', async (options, message) => {
    const started = EmbeddedKafka.start(options as unknown as EmbeddedKafkaOptions)
    await expect(started).rejects.toBeInstanceOf(KafkaConfigError)
    await expect(started).rejects.toThrow(message)
  })
})
