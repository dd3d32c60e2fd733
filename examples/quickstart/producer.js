const { Kafka } = require('odradek')

const kafka = new Kafka({ clientId: 'my-app', brokers: ['localhost:9092'] })
const producer = kafka.producer()

const run = async () => {
  await producer.connect()
  await producer.send({ topic: 'my-topic', messages: [{ value: 'Hello KafkaJS!' }] })
  await producer.disconnect()
}

run().catch(error => {
  console.error(error)
  process.exitCode = 1
})
