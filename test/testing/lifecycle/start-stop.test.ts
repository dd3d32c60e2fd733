import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { Kafka as KafkaJS, logLevel } from 'kafkajs'
import { Kafka } from '../../../src'
import { EmbeddedKafka } from '../../../src/testing'

const root = path.join(__dirname, '../../..')

/** Run in a process of its own, with the garbage collector at hand: cycles of start and stop, and what they leave. */
const cycles = `
const { EmbeddedKafka } = require(${JSON.stringify(path.join(root, 'src/testing/index.ts'))})
const net = require('node:net')
async function cycle() {
  const kafka = await EmbeddedKafka.start({ topics: [{ topic: 't' }] })
  const socket = net.connect(Number(kafka.brokers[0].split(':')[1]), '127.0.0.1')
  await new Promise(resolve => socket.once('connect', resolve))
  socket.on('error', () => {})
  const closed = new Promise(resolve => socket.once('close', resolve))
  await kafka.stop()
  await kafka.stop()
  await closed
}
// What the event loop has yet to let go of is no leak.
const turn = () => new Promise(resolve => setImmediate(resolve))
const heap = async () => { for (let i = 0; i < 3; i++) { await turn(); gc() } return process.memoryUsage().heapUsed }
async function main() {
  for (let i = 0; i < 200; i++) await cycle()
  const before = await heap()
  for (let i = 0; i < 800; i++) await cycle()
  const growth = await heap() - before
  await new Promise(resolve => setImmediate(resolve))
  console.log(JSON.stringify({ growth, handles: process.getActiveResourcesInfo().filter(name => /TCP|Timeout|Immediate/.test(name)) }))
}
main()
`

describe('starting and stopping', () => {
  it('leave nothing behind in 1,000 cycles, and the process ends by itself', async () => {
    const args = ['--expose-gc', '-r', path.join(root, 'scripts/setup/load-typescript.js'), '-e', cycles]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { timeout: 100_000 })
    const left = JSON.parse(stdout) as { growth: number; handles: string[] }
    expect(stderr).toBe('')
    expect(left.handles).toEqual([])
    // A broker that stays reachable keeps 17 kB (measured by keeping them): 800 of them would be 14 MB.
    expect(left.growth).toBeLessThan(2_000_000)
  }, 120_000)

  it('stops during requests, and again', async () => {
    const kafka = await EmbeddedKafka.start({ topics: [{ topic: 't' }] })
    const client = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } })
    const admin = client.admin()
    await admin.connect()
    const held = kafka.laboratory.hold({ api: 'Metadata' })
    const topics = admin.listTopics().catch((error: unknown) => error)
    while (held.held === 0) await new Promise(resolve => setImmediate(resolve))
    await Promise.all([kafka.stop(), kafka.stop()])
    expect(await topics).toBeInstanceOf(Error)
    await admin.disconnect()
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })
})

describe('connections in memory', () => {
  it.each([
    ['odradek', Kafka],
    ['KafkaJS', KafkaJS as unknown as typeof Kafka]
  ])('serve %s', async (_, Client) => {
    const kafka = await EmbeddedKafka.start({ memory: true, brokers: 2, topics: [{ topic: 't', numPartitions: 2 }] })
    const client = new Client({ brokers: kafka.brokers, socketFactory: kafka.socketFactory as never, logLevel: logLevel.NOTHING })
    const producer = client.producer()
    await producer.connect()
    const sent = await producer.send({
      topic: 't',
      messages: [
        { partition: 0, value: 'a' },
        { partition: 1, value: 'b' }
      ]
    })
    expect(sent.map(({ errorCode }) => errorCode)).toEqual([0, 0])
    await producer.disconnect()
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })
})
