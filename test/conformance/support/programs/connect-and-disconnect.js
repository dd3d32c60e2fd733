// Uses each client once and disconnects it, then prints what keeps the process alive: nothing should, and it must end by itself.
// Arguments: brokers, topic, group. For process-end.test.ts.
'use strict'

const { Kafka, logLevel } = require('odradek')

async function main() {
  const [brokers, topic, groupId] = process.argv.slice(2)
  const kafka = new Kafka({ clientId: 'process-end', brokers: brokers.split(','), logLevel: logLevel.WARN })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true })
  const producer = kafka.producer()
  await producer.connect()
  await producer.send({ topic, messages: [{ key: 'k', value: 'v' }] })
  const consumer = kafka.consumer({ groupId })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await new Promise(resolve => {
    void consumer.run({
      eachMessage: async ({ message }) => {
        console.log(`received ${String(message.value)}`)
        resolve()
      }
    })
  })
  await consumer.disconnect()
  await producer.disconnect()
  await admin.disconnect()
  setImmediate(() => console.log(JSON.stringify(process.getActiveResourcesInfo().filter(name => !/Pipe|TTY|FSReq|Immediate/.test(name)))))
}

void main()
