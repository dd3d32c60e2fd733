import { type Admin, Kafka } from 'odradek'

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',')
const kafka = new Kafka({ clientId: 'my-app', brokers })
const admin: Admin = kafka.admin()

async function run(): Promise<void> {
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: 'my-topic', numPartitions: 3, replicationFactor: 1 }] })
  await admin.disconnect()
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
