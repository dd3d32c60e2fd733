/**
 * `npm run quickstart`: makes a topic with three partitions, sends, consumes and prints each message as it arrives. Talks to the
 * brokers that KAFKA_BROKERS names (`host:port,host:port`), else to a broker inside this process. Does all set-up itself.
 */
import { createRequire } from 'node:module'
import { ensureBuild, ensureDependencies } from './setup/prepare.mjs'

const require = createRequire(import.meta.url)
const limitMs = 60_000
const messageCount = 9

/** Brokers to talk to, and what to do with them in the end. */
async function brokers() {
  const named = process.env.KAFKA_BROKERS
  if (named !== undefined && named !== '') return { addresses: named.split(','), stop: async () => {} }
  console.log('KAFKA_BROKERS is not set: starting an embedded broker')
  const { EmbeddedKafka } = require('odradek/testing')
  const kafka = await EmbeddedKafka.start({ configs: { 'group.initial.rebalance.delay.ms': '0' } })
  return { addresses: kafka.brokers, stop: () => kafka.stop() }
}

async function run(addresses) {
  const { Kafka } = require('odradek')
  const kafka = new Kafka({ clientId: 'quickstart', brokers: addresses })
  const topic = `quickstart-${Date.now()}`

  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: 3, replicationFactor: 1 }] })
  await admin.disconnect()
  console.log(`Topic ${topic} has three partitions`)

  const consumer = kafka.consumer({ groupId: `${topic}-group` })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  let received = 0
  let allReceived
  const arrival = new Promise(resolve => {
    allReceived = resolve
  })
  await consumer.run({
    eachMessage: async ({ partition, message }) => {
      console.log(`partition ${partition}, offset ${message.offset}: ${String(message.key)} = ${String(message.value)}`)
      received++
      if (received === messageCount) allReceived()
    }
  })

  const producer = kafka.producer()
  await producer.connect()
  const messages = Array.from({ length: messageCount }, (_, i) => ({ key: `key-${i}`, value: `Hello Kafka ${i}` }))
  await producer.send({ topic, messages })
  console.log(`Sent ${messageCount} messages`)
  await producer.disconnect()

  await arrival
  await consumer.disconnect()
}

await ensureDependencies()
await ensureBuild()
const { addresses, stop } = await brokers()
const limit = setTimeout(() => {
  console.error(`The quickstart did not finish in ${limitMs / 1000} s`)
  process.exit(1)
}, limitMs)
try {
  await run(addresses)
} finally {
  clearTimeout(limit)
  await stop()
}
console.log('Done')
