import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { kafkaJars } from '../../../scripts/setup/kafka-jars'
import { RecordBatchWriter, type BatchClosing } from '../../../src/protocol/records/record-batch-writer'
import type { RecordHeaders } from '../../../src/protocol/records/record-headers'
import { CompressionTypes } from '../../../src/types/enums'
import { groupHeaders, readLikePeer, type PeerBatch, type PeerCase } from '../../protocol/records/java-peer'

/** Runs test/java/records. */
async function java(mode: 'read' | 'write', input = ''): Promise<PeerCase[]> {
  const program = join(__dirname, '..', '..', 'java', 'records', 'Records.java')
  const classPath = join(await kafkaJars('4.3.1'), '*')
  const stdout = await new Promise<string>((resolve, reject) => {
    const child = execFile('java', ['-cp', classPath, program, mode], { maxBuffer: 256 * 1024 * 1024 }, (error, output) => {
      if (error === null) resolve(output)
      else reject(error)
    })
    child.stdin?.end(input)
  })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as PeerCase)
}

interface OwnRecord {
  timestamp: number
  key: Uint8Array | string | null
  value: Uint8Array | string | null
  headers?: RecordHeaders
}

const now = 1_700_000_000_000
const noise = randomBytes(300_000)
const edgeCases: OwnRecord[] = [
  { timestamp: now, key: 'key', value: 'value' },
  { timestamp: now - 5, key: null, value: 'no key' },
  { timestamp: now + 70_000, key: 'tombstone', value: null },
  { timestamp: now + 2 ** 31, key: null, value: null },
  { timestamp: 0, key: '', value: Buffer.alloc(0) },
  { timestamp: Number.MAX_SAFE_INTEGER, key: 'schlüssel-鍵-🔑', value: new Uint8Array([0, 255, 1]) },
  { timestamp: -1, key: 'ü'.repeat(100), value: 'x'.repeat(70_000) },
  { timestamp: now, key: Buffer.alloc(63, 1), value: Buffer.alloc(64, 2) },
  {
    timestamp: now,
    key: 'h',
    value: 'headers',
    headers: {
      text: 'ä',
      bytes: Buffer.from([0, 1]),
      none: null,
      missing: undefined,
      empty: '',
      list: ['1', Buffer.from('2'), null, undefined, ''],
      nothing: [],
      '': 'empty key',
      ['__proto__']: 'p',
      constructor: 'c',
      ключ: 'значение'
    }
  },
  { timestamp: now, key: 'many', value: null, headers: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`h${i}`, `v${i}`])) }
]

const sets: Record<string, OwnRecord[]> = {
  edges: edgeCases,
  many: Array.from({ length: 20_000 }, (_, i) => ({ timestamp: now + i, key: `key-${i % 100}`, value: `the same text again, ${i}` })),
  noise: [
    { timestamp: now, key: null, value: noise },
    { timestamp: now, key: null, value: noise }
  ]
}

async function write(records: OwnRecord[], closing: BatchClosing): Promise<Buffer> {
  const writer = new RecordBatchWriter()
  for (const { timestamp, key, value, headers } of records) writer.append(timestamp, key, value, headers)
  return writer.close(closing)
}

function base64(field: Uint8Array | string | null | undefined): string | null {
  return field === null || field === undefined ? null : Buffer.from(field as string).toString('base64')
}

function expected(records: OwnRecord[], closing: BatchClosing): PeerBatch[] {
  return [
    {
      magic: 2,
      compression: closing.compression ?? 0,
      timestampType: 0,
      nextOffset: String(records.length),
      leaderEpoch: -1,
      isControl: false,
      isTransactional: closing.transactional ?? false,
      producerId: String(closing.producerId ?? -1),
      producerEpoch: closing.producerEpoch ?? -1,
      baseSequence: closing.baseSequence ?? -1,
      maxTimestamp: String(Math.max(...records.map(record => record.timestamp))),
      baseOffset: '0',
      records: records.map(({ timestamp, key, value, headers = {} }, i) => ({
        offset: String(i),
        timestamp: String(timestamp),
        key: base64(key),
        value: base64(value),
        headers: Object.entries(headers).flatMap(([name, values]) =>
          (Array.isArray(values) ? values : [values]).map((item): [string, string | null] => [name, base64(item as string)])
        )
      }))
    }
  ]
}

/** As `toEqual`, which takes seconds for thousands of records and so gets to see only what differs. */
function expectSame(name: string, actual: PeerBatch[], expected: PeerBatch[]): void {
  if (!isDeepStrictEqual(actual, expected)) expect({ name, batches: actual }).toEqual({ name, batches: expected })
}

const states: Record<string, BatchClosing> = {
  plain: {},
  idempotent: { producerId: 4711n, producerEpoch: 3, baseSequence: 2 ** 31 - 1 },
  transactional: { transactional: true, producerId: 2n ** 63n - 1n, producerEpoch: 32_767, baseSequence: 0 }
}

describe('record batches and the Java client 4.3.1', () => {
  it('are read as Java reads them, for every format and codec that it writes', async () => {
    const cases = await java('write')
    expect(cases.length).toBeGreaterThan(80)
    for (const { name, bytes, batches } of cases) {
      expectSame(name, await readLikePeer(Buffer.from(bytes, 'base64')), groupHeaders(batches))
    }
  }, 120_000)

  it('are read by Java as they were written, with every codec', async () => {
    const written: { name: string; bytes: Buffer; batches: PeerBatch[] }[] = []
    for (const [codec, compression] of Object.entries(CompressionTypes)) {
      for (const [set, records] of Object.entries(sets)) {
        for (const [state, closing] of Object.entries(states)) {
          if (set !== 'edges' && state !== 'plain') continue
          const complete = { ...closing, compression }
          const bytes = await write(records, complete)
          written.push({ name: `${codec} ${set} ${state}`, bytes, batches: expected(records, complete) })
        }
      }
    }
    const read = await java('read', written.map(({ name, bytes }) => `${name}\t${bytes.toString('base64')}\n`).join(''))
    expect(read.map(({ name }) => name)).toEqual(written.map(({ name }) => name))
    for (const [i, { name, batches }] of written.entries()) {
      expectSame(name, read[i].batches, batches)
    }
  }, 120_000)
})
