import { Kafka } from 'odradek'

const kafka = new Kafka({ clientId: 'my-app', brokers: ['localhost:9092'] })
const admin = kafka.admin()

await admin.connect()
await admin.createTopics({ topics: [{ topic: 'my-topic', numPartitions: 3, replicationFactor: 1 }] })
await admin.disconnect()
