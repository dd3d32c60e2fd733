import { Kafka } from 'odradek'

const kafka = new Kafka({ clientId: 'my-app', brokers: ['localhost:9092'] })
const producer = kafka.producer()

await producer.connect()
await producer.send({ topic: 'my-topic', messages: [{ value: 'Hello KafkaJS!' }] })
await producer.disconnect()
