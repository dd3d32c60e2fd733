import { Kafka, logLevel } from 'kafkajs'
import { EmbeddedKafka } from '../../src/testing'

describe('EmbeddedKafka', () => {
  it('takes records from KafkaJS and keeps them', async () => {
    const kafka = await EmbeddedKafka.start({ topics: [{ topic: 'orders', numPartitions: 3 }] })
    const client = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING })
    const producer = client.producer()
    const admin = client.admin()
    await producer.connect()
    const sent = await producer.send({
      topic: 'orders',
      messages: [
        { partition: 1, key: 'a', value: '1' },
        { partition: 1, key: 'b', value: '2' }
      ]
    })
    expect(sent).toMatchObject([{ topicName: 'orders', partition: 1, errorCode: 0, baseOffset: '0' }])
    await admin.connect()
    expect(await admin.listTopics()).toEqual(['orders'])
    expect(await admin.fetchTopicOffsets('orders')).toContainEqual({ partition: 1, offset: '2', high: '2', low: '0' })
    await Promise.all([producer.disconnect(), admin.disconnect()])
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })
})
