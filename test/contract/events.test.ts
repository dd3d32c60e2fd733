import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { adminEvents, consumerEvents, producerEvents } from '../../src/instrumentation/event-names'

describe('events', () => {
  const kafka = new Kafka({ brokers: ['127.0.0.1:1'], logLevel: logLevel.NOTHING })

  it('of a producer have the names of KafkaJS', () => {
    expect(producerEvents).toEqual(kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner }).events)
  })

  it('of a consumer have the names of KafkaJS', () => {
    expect(consumerEvents).toEqual(kafka.consumer({ groupId: 'g' }).events)
  })

  it('of an admin client have the names of KafkaJS', () => {
    expect(adminEvents).toEqual(kafka.admin().events)
  })
})
