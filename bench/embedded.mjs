// Records per second through the embedded broker, sent and read by odradek over sockets, and how long the broker takes to start.
// Needs `npm run build`.   node bench/embedded.mjs [--runs 5] [--records 400000] [--bytes 100] [--part apart|together|start]
//
// `together`: broker and clients share one process, as in tests. `apart`: the broker has one of its own, as `odradek broker`.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import os from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const require = createRequire(import.meta.url)
const { Kafka, logLevel } = require('odradek')
const { EmbeddedKafka } = require('odradek/testing')
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    records: { type: 'string', default: '400000' },
    bytes: { type: 'string', default: '100' },
    part: { type: 'string' }
  }
})
const [runs, total, bytes] = [values.runs, values.records, values.bytes].map(Number)
const partitions = 6
const perCall = 1000
/** Calls that may wait for their answers at the same time. */
const openCalls = 10

const load = () => os.loadavg()[0].toFixed(1)
const perSecond = (count, ms) => Math.round((count / ms) * 1000)
const best = numbers =>
  Math.max(...numbers)
    .toLocaleString('en-US')
    .padStart(9)

/** Sends all, then reads all; what the two take together is a record's way through the broker. */
async function throughBroker(brokers, topic) {
  const client = new Kafka({ brokers, logLevel: logLevel.WARN })
  const value = Buffer.alloc(bytes, 'x')
  const messages = Array.from({ length: perCall }, (_, i) => ({ partition: i % partitions, value }))
  const producer = client.producer()
  await producer.connect()
  await producer.send({ topic, messages: [0, 1, 2, 3, 4, 5].map(partition => ({ partition, value })) })
  let left = total / perCall
  const work = async () => {
    while (left-- > 0) await producer.send({ topic, messages })
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: openCalls }, work))
  const sentMs = performance.now() - start
  await producer.disconnect()
  const read = { eachBatch: await reading(client, topic, 'eachBatch'), eachMessage: await reading(client, topic, 'eachMessage') }
  return {
    produce: perSecond(total, sentMs),
    eachBatch: perSecond(total, read.eachBatch),
    eachMessage: perSecond(total, read.eachMessage),
    through: perSecond(total, sentMs + read.eachMessage)
  }
}

/** ms from the first record to the last. */
async function reading(client, topic, how) {
  const consumer = client.consumer({ groupId: `${topic}-${how}` })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  const ms = await new Promise((resolve, reject) => {
    let count = 0
    let start
    const got = more => {
      start ??= performance.now()
      count += more
      if (count >= total) resolve(performance.now() - start)
    }
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error))
    consumer.run(how === 'eachBatch' ? { eachBatch: async ({ batch }) => got(batch.messages.length) } : { eachMessage: async () => got(1) })
  })
  await consumer.disconnect()
  return ms
}

const topicOf = run => ({ topic: `bench-${run}`, numPartitions: partitions })

async function together() {
  const results = []
  for (let run = 0; run < runs; run++) {
    const kafka = await EmbeddedKafka.start({ topics: [topicOf(run)] })
    results.push(await throughBroker(kafka.brokers, `bench-${run}`))
    await kafka.stop()
  }
  return results
}

async function apart() {
  const topics = Array.from({ length: runs }, (_, run) => ['--topic', `bench-${run}:${partitions}`]).flat()
  const program = require.resolve('odradek').replace(/index\.js$/, 'cli/odradek.js')
  const flags = process.env.BENCH_BROKER_FLAGS?.split(' ') ?? []
  const broker = spawn(process.execPath, [...flags, program, 'broker', '--port', '0', ...topics], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: broker.stdout }), 'line')
  const brokers = [/127\.0\.0\.1:\d+/.exec(line)[0]]
  const results = []
  for (let run = 0; run < runs; run++) results.push(await throughBroker(brokers, `bench-${run}`))
  const exit = once(broker, 'exit')
  broker.kill('SIGINT')
  await exit
  return results
}

/** In a fresh process each time, as a test file has it: loading the module, the first start, and a later one. */
function start() {
  const program = `
    const begin = performance.now()
    const { EmbeddedKafka } = require('odradek/testing')
    const loaded = performance.now()
    const time = async () => {
      const from = performance.now()
      const kafka = await EmbeddedKafka.start()
      const ms = performance.now() - from
      await kafka.stop()
      return ms
    }
    time().then(async first => console.log(JSON.stringify([loaded - begin, first, await time()])))`
  const times = Array.from({ length: Math.max(runs, 10) }, () =>
    JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: import.meta.dirname }))
  )
  return ['loading the module', 'the first start', 'the second start'].map((name, i) => [name, Math.min(...times.map(time => time[i]))])
}

const parts = values.part === undefined ? ['together', 'apart', 'start'] : [values.part]
for (const part of parts) {
  const before = load()
  if (part === 'start') {
    for (const [name, ms] of start()) console.log(`${name.padEnd(24)} ${ms.toFixed(1).padStart(7)} ms`)
  } else {
    const results = await (part === 'apart' ? apart() : together())
    console.log(`${part}: best of ${runs}, ${total} records of ${bytes} bytes`)
    for (const name of Object.keys(results[0])) console.log(`  ${name.padEnd(22)} ${best(results.map(result => result[name]))} records/s`)
  }
  console.log(`  load ${before} before, ${load()} after\n`)
}
