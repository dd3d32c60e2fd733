import { Kafka, type Producer } from 'odradek'

const kafka = new Kafka({ clientId: 'my-app', brokers: ['localhost:9092'] })
const producer: Producer = kafka.producer()

async function run(): Promise<void> {
  await producer.connect()
  await producer.send({ topic: 'my-topic', messages: [{ value: 'Hello KafkaJS!' }] })
  await producer.disconnect()
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
