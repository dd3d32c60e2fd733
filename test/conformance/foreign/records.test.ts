import { EmbeddedKafka } from '../../../src/testing'
import { freePortRow } from '../../cluster/free-ports'
import { odradek as command } from '../../testing/support/command-line'
import type { Client, GivenRecord, ReadRecord } from './support/client'
import { ForeignPeers } from './support/foreign-peers'
import { kafkaJS, odradek } from './support/node-clients'

// Every client writes with every compression that it has; every client reads the same.

const partitionCount = 3
const compressions = ['none', 'gzip', 'snappy', 'lz4', 'zstd']
const names = (config: (compression: string, index: number) => object): object[] => compressions.map(config)

let peers: ForeignPeers

beforeAll(async () => {
  peers = await ForeignPeers.start()
})

afterAll(() => peers.stop())

/** Text with characters of one to four bytes, an empty one, none, and one that is larger than a frame of any compression. */
function recordsOf(writer: string): GivenRecord[] {
  const values = ['käse 🧀', '', null, 'x'.repeat(70_000), 'five', 'six', 'seven']
  return values.map((value, i) => ({
    partition: i % partitionCount,
    timestamp: String(1_700_000_000_000 + i),
    key: i === 5 ? null : `${writer} ${i}`,
    value,
    headers: i % 2 === 0 ? [] : [['writer', writer] as const, ['empty', ''] as const]
  }))
}

function byPlace(records: readonly ReadRecord[]): ReadRecord[] {
  return [...records].sort((a, b) => a.partition - b.partition || Number(a.offset) - Number(b.offset))
}

async function everyClientReadsWhatEachWrites(brokers: readonly string[]): Promise<void> {
  const { java, kafkaPython, librdkafka } = peers.at(brokers)
  const ours = odradek(brokers)
  const kafkajs = kafkaJS(brokers)
  const writers: [Client, object[]][] = [
    [java, names(name => ({ 'compression.type': name }))],
    [librdkafka, names(name => ({ 'compression.type': name }))],
    [kafkaPython, names(name => (name === 'none' ? {} : { compression_type: name }))],
    [ours, names((_, compression) => ({ compression }))],
    // The others it has no codecs for.
    [kafkajs, [{ compression: 0 }, { compression: 1 }]]
  ]
  const expected: ReadRecord[] = []
  await Promise.all(
    writers.map(async ([client, configs]) => {
      for (const [i, config] of configs.entries()) {
        const records = recordsOf(`${client.name} ${compressions[i]}`)
        const sent = await client.produce('records', records, { config })
        const places = sent.length === records.length ? sent.map(({ offset }) => offset) : inBatches(records, sent)
        for (const [at, record] of records.entries()) expected.push({ ...record, offset: places[at] })
      }
    })
  )
  const readers = [java, librdkafka, kafkaPython, ours]
  const read = await Promise.all(readers.map(async reader => [reader.name, byPlace(await reader.consume('records'))] as const))
  for (const [name, records] of read) expect({ name, records }).toEqual({ name, records: byPlace(expected) })
}

it.each([{ brokers: 1 }, { brokers: 3 }, { brokers: 1, asVersion: '2.4' as const }, { brokers: 3, asVersion: '3.9' as const }])(
  'what one client writes every client reads, on %j',
  async options => {
    const topics = [{ topic: 'records', numPartitions: partitionCount }]
    const broker = await EmbeddedKafka.start({ ...options, topics, configs: { 'group.initial.rebalance.delay.ms': '0' } })
    await everyClientReadsWhatEachWrites(broker.brokers)
    await broker.stop()
    expect(broker.problems).toEqual([])
  }
)

it('the same on brokers of the command line', async () => {
  const port = await freePortRow(3)
  const topic = ['--topic', `records:${partitionCount}`]
  const run = command('broker', '--port', String(port), '--brokers', '3', ...topic, '--config', 'group.initial.rebalance.delay.ms=0')
  await run.printed('Ctrl-C')
  await everyClientReadsWhatEachWrites([`localhost:${port}`])
  run.child.kill('SIGINT')
  expect({ code: await run.ended, errors: run.errors() }).toEqual({ code: 0, errors: '' })
  expect(run.output()).toMatch(/Stopped\n$/)
})

/** Offsets of records whose sender tells one offset a partition, that of its batch. */
function inBatches(records: readonly GivenRecord[], sent: readonly { partition: number; offset: string }[]): string[] {
  const next = new Map(sent.map(({ partition, offset }) => [partition, Number(offset)]))
  return records.map(({ partition }) => {
    const offset = next.get(partition) as number
    next.set(partition, offset + 1)
    return String(offset)
  })
}
