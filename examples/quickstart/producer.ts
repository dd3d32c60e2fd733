import { Kafka, type Producer } from 'odradek'

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',')
const kafka = new Kafka({ clientId: 'my-app', brokers })
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
