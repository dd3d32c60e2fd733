import { Kafka } from 'odradek'

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',')
const kafka = new Kafka({ clientId: 'my-app', brokers })
const producer = kafka.producer()

await producer.connect()
await producer.send({ topic: 'my-topic', messages: [{ value: 'Hello KafkaJS!' }] })
await producer.disconnect()
