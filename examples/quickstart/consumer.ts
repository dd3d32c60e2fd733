import { type Consumer, type EachMessagePayload, Kafka } from 'odradek'

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',')
const kafka = new Kafka({ clientId: 'my-app', brokers })
const consumer: Consumer = kafka.consumer({ groupId: 'test-group' })

async function run(): Promise<void> {
  await consumer.connect()
  await consumer.subscribe({ topic: 'my-topic', fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ partition, message }: EachMessagePayload): Promise<void> => {
      console.log({ partition, offset: message.offset, value: message.value?.toString() })
    }
  })
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
