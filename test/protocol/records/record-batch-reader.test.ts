import { KafkaCorruptRecordError, KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { readControlRecord } from '../../../src/protocol/records/control-record'
import type { DecodedMessage } from '../../../src/protocol/records/decoded-message'
import { decodeBatch, openBatch, readBatches, type DecodeOptions } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'
import { rawBatch, rawRecord, varint, type RawHeader, type RawRecord } from './raw-batch'

function batchOf(count: number): Buffer {
  const writer = new RecordBatchWriter()
  for (let i = 0; i < count; i++) writer.append(1000 + i, `k${i}`, `v${i}`, { h: String(i) })
  return writer.close() as Buffer
}

function decode(bytes: Buffer, options: DecodeOptions = {}): DecodedMessage[] {
  return [...readBatches(bytes, { topic: 'orders', partition: 3 })].flatMap(batch => decodeBatch(batch, options) as DecodedMessage[])
}

function failure(work: () => unknown): KafkaCorruptRecordError {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaCorruptRecordError)
    return error as KafkaCorruptRecordError
  }
  throw new Error('nothing was thrown')
}

describe('readBatches', () => {
  it('ends quietly where the last batch is cut off, at every byte', () => {
    const first = batchOf(2)
    const both = Buffer.concat([first, batchOf(3)])
    for (let end = 0; end <= both.length; end++) {
      const batches = [...readBatches(both.subarray(0, end))]
      expect([end, batches.length]).toEqual([end, end < first.length ? 0 : end < both.length ? 1 : 2])
    }
  })

  it.each<[string, (bytes: Buffer) => void, string]>([
    ['a format of the future', bytes => bytes.writeInt8(3, 16), 'unknown format 3'],
    ['a negative format', bytes => bytes.writeInt8(-1, 16), 'unknown format -1'],
    ['a length shorter than a header', bytes => bytes.writeInt32BE(48, 8), 'batch of 48 bytes'],
    ['a negative length', bytes => bytes.writeInt32BE(-1, 8), 'batch of -1 bytes'],
    ['a message shorter than one can be', bytes => bytes.writeInt32BE(13, 8) && bytes.writeInt8(0, 16), 'batch of 13 bytes'],
    ['a negative offset', bytes => bytes.writeBigInt64BE(-1n, 0), 'negative base offset'],
    ['a codec that does not exist', bytes => bytes.writeInt16BE(5, 21), 'codec 5 does not exist'],
    ['a negative offset delta', bytes => bytes.writeInt32BE(-1, 23), 'last offset delta -1'],
    ['a negative count', bytes => bytes.writeInt32BE(-1, 57), '-1 records'],
    ['more records than offsets', bytes => bytes.writeInt32BE(0, 23), '2 records with offsets that span 1'],
    [
      'more records than fit the bytes',
      bytes => bytes.writeInt32BE(2 ** 31 - 1, 57) && bytes.writeInt32BE(2 ** 31 - 2, 23),
      '2147483647 records in'
    ]
  ])('refuses %s, after the batches before it', (_, break_, reason) => {
    const good = batchOf(1)
    const bad = batchOf(2)
    break_(bad)
    const steps = readBatches(Buffer.concat([good, bad]), { topic: 'orders', partition: 3 })
    expect(steps.next().value?.recordCount).toBe(1)
    const error = failure(() => steps.next())
    expect(error.message).toContain(reason)
    expect([error.topic, error.partition]).toEqual(['orders', 3])
    expect(error.offset).toBe(reason.startsWith('negative base') ? '-1' : '0')
  })

  it('tells the next offset of a batch that compaction has emptied or thinned out', () => {
    const [empty] = readBatches(rawBatch(Buffer.alloc(0), { baseOffset: 100n, recordCount: 0, lastOffsetDelta: 9 }))
    expect([empty.recordCount, empty.lastOffset, empty.nextOffset, empty.exactNextOffset]).toEqual([0, 109, 110, 110n])
    expect(decodeBatch(empty)).toEqual([])
    const thin = rawBatch(Buffer.concat([rawRecord({ offsetDelta: 2 }), rawRecord({ offsetDelta: 5 })]), {
      baseOffset: 100n,
      recordCount: 2,
      lastOffsetDelta: 9
    })
    expect([...readBatches(thin)][0].nextOffset).toBe(110)
    expect(decode(thin).map(message => message.offset)).toEqual(['102', '105'])
  })

  it('knows the delete horizon', () => {
    const [batch] = readBatches(rawBatch(rawRecord(), { attributes: 0x40 }))
    expect(batch.hasDeleteHorizon).toBe(true)
  })
})

describe('openBatch', () => {
  it('finds every single flipped bit by the checksum', () => {
    const good = batchOf(1)
    for (let bit = 17 * 8; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good)
      bad[bit >>> 3] ^= 1 << (bit & 7)
      const error = failure(() => decode(bad))
      expect([error.topic, error.partition, error.offset]).toEqual(['orders', 3, '0'])
    }
  })

  it('trusts the bytes where told not to check', () => {
    const bytes = batchOf(1)
    bytes.writeUInt32BE(7, 17)
    const [batch] = readBatches(bytes, { checkCrcs: false })
    expect(decodeBatch(batch)).toHaveLength(1)
  })

  it('walks records one by one, and only as far as asked', () => {
    const bad = rawBatch(Buffer.concat([rawRecord(), rawRecord({ offsetDelta: 1 }), rawRecord({ offsetDelta: 2, length: 99 })]), {
      baseOffset: 40n,
      recordCount: 3
    })
    const [batch] = readBatches(bad, { topic: 't', partition: 0 })
    const cursor = openBatch(batch)
    if ('then' in cursor) throw new Error('a promise')
    expect(cursor.next()?.offset).toBe('40')
    expect(cursor.next()?.offset).toBe('41')
    const first = failure(() => cursor.next())
    expect(first.offset).toBe('42')
    expect(failure(() => cursor.next())).toBe(first)
  })

  it('goes on saying that it is at its end', () => {
    const [batch] = readBatches(batchOf(1))
    const cursor = openBatch(batch)
    if ('then' in cursor) throw new Error('a promise')
    expect([cursor.next()?.offset, cursor.next(), cursor.next()]).toEqual(['0', undefined, undefined])
  })

  it.each<[string, RawRecord, RawHeader, string]>([
    ['a record longer than the batch', { length: 100 }, {}, 'record of 100 bytes, 6 left'],
    ['a record too short to be one', { length: 5 }, {}, 'record of 5 bytes'],
    ['a record of negative length', { length: -1 }, {}, 'record of -1 bytes'],
    ['a record that is longer than its content', { body: [1, 1, 0, 0] }, {}, '1 bytes before its length'],
    ['a key longer than the record', { body: [...varint(4), 1, 0, 0] }, {}, 'field of 4 bytes, 3 left'],
    ['a key of two gigabytes', { body: [...varint(2 ** 31 - 1), 1, 0] }, {}, 'field of 2147483647 bytes'],
    ['a key of length −2', { body: [...varint(-2), 1, 0] }, {}, 'field of -2 bytes'],
    ['a value longer than the record', { body: [1, ...varint(2), 0] }, {}, 'field of 2 bytes, 1 left'],
    ['a negative number of headers', { body: [1, 1, ...varint(-1)] }, {}, '-1 headers'],
    ['more headers than bytes', { body: [1, 1, ...varint(2 ** 31 - 1)] }, {}, '2147483647 headers in 0 bytes'],
    ['a header without a key', { body: [1, 1, ...varint(1), ...varint(-1), 1] }, {}, 'header without a key'],
    ['a header value longer than the record', { body: [1, 1, ...varint(1), 0, ...varint(9)] }, {}, 'field of 9 bytes'],
    ['an offset below the batch', { offsetDelta: -1 }, {}, 'offset delta -1'],
    ['an offset beyond the batch', { offsetDelta: 1 }, {}, 'offset delta 1 in a batch that spans 0'],
    ['a length of more than 32 bits', { body: [0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0, 0] }, {}, 'more than 32 bits'],
    ['records that the header does not count', {}, { recordCount: 0 }, '7 bytes after the last record']
  ])('refuses %s', (_, record, header, reason) => {
    expect(failure(() => decode(rawBatch(rawRecord(record), header))).message).toContain(reason)
  })

  it('refuses a time of more than 64 bits', () => {
    const record = Buffer.from([...varint(15), 0, ...Array.from({ length: 10 }, () => 0xff), 1, 0, 1, 1, 0])
    expect(failure(() => decode(rawBatch(record))).message).toContain('more than 64 bits')
  })

  it.each<[string, number[], string]>([
    ['its key length', [0x80, 0x80, 0x80], 'ends within a number'],
    ['its value length', [1, 0x80, 0x80], 'ends within a number'],
    ['its header count', [1, 1, 0x80], 'ends within a number'],
    ['a header', [1, 1, 2, 0, 0x80], 'ends within a number'],
    ['its offset delta, which goes on into the next record', [], '1 headers in -1 bytes']
  ])('refuses a record that ends within %s', (_, body, reason) => {
    const record = body.length === 0 ? Buffer.concat([Buffer.from([12, 0, 0, 0, 1, 1, 0x82]), Buffer.alloc(7)]) : rawRecord({ body })
    const error = failure(() => decode(rawBatch(record, { baseOffset: 5n })))
    expect(error.message).toContain(reason)
    expect(error.offset).toBe('5')
  })

  it('drops records below the offset that was asked for', () => {
    const bytes = batchOf(10)
    bytes.writeBigInt64BE(2n ** 60n, 0)
    expect(decode(bytes, { fromOffset: 2n ** 60n + 8n }).map(message => message.offset)).toEqual([
      '1152921504606846984',
      '1152921504606846985'
    ])
    expect(decode(batchOf(10), { fromOffset: 8 }).map(message => message.offset)).toEqual(['8', '9'])
    expect(decode(batchOf(10), { fromOffset: 10 })).toEqual([])
  })

  it.each([0n, 999n, 1000n, 2n ** 31n, 2n ** 52n - 2n, 2n ** 53n - 2n, 2n ** 53n - 1n, 2n ** 60n, 2n ** 63n - 4n])(
    'has exact offsets from %s on',
    base => {
      const bytes = batchOf(3)
      bytes.writeBigInt64BE(base, 0)
      expect(decode(bytes).map(message => message.offset)).toEqual([0n, 1n, 2n].map(delta => String(base + delta)))
      const [batch] = readBatches(bytes)
      expect([batch.exactBaseOffset, batch.exactNextOffset, batch.context.firstOffset]).toEqual([base, base + 3n, String(base)])
    }
  )

  it.each<[bigint, bigint]>([
    [1000n, 2n ** 31n],
    [1000n, -(2n ** 31n) - 1n],
    [1_700_000_000_000n, 2n ** 48n - 1n],
    [1_700_000_000_000n, 2n ** 48n],
    [1_700_000_000_000n, -(2n ** 49n)],
    [-1n, 0n],
    [2n ** 53n - 1n, 1n],
    [2n ** 53n - 1n, 2n],
    [-(2n ** 53n) + 1n, -2n],
    [2n ** 60n, 7n],
    [0n, 2n ** 63n - 1n],
    [-(2n ** 63n), 2n ** 63n - 1n],
    [-(2n ** 63n), -1n]
  ])('has exact times: %s + %s', (baseTimestamp, timeDelta) => {
    const [message] = decode(rawBatch(rawRecord({ timeDelta }), { baseTimestamp }))
    expect(message.timestamp).toBe(String(BigInt.asIntN(64, baseTimestamp + timeDelta)))
  })

  it('gives all records the time at which the broker took them, where it says so', () => {
    const records = Buffer.concat([rawRecord({ timeDelta: 5 }), rawRecord({ offsetDelta: 1, timeDelta: 2n ** 60n })])
    const messages = decode(rawBatch(records, { attributes: 8, recordCount: 2, maxTimestamp: 1_700_000_000_000n }))
    expect(messages.map(message => message.timestamp)).toEqual(['1700000000000', '1700000000000'])
    expect(messages[0].batchContext.timestampType).toBe(1)
  })

  it('keeps headers of any name, repeated ones in their order', () => {
    const writer = new RecordBatchWriter()
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'ключ', '1', '0']
    writer.append(0, null, null, Object.fromEntries(names.map(name => [name, ['a', null, name]])))
    const [{ headers }] = decode(writer.close() as Buffer)
    for (const name of ['valueOf', 'isPrototypeOf', 'toLocaleString']) expect(name in headers).toBe(false)
    expect(Object.keys(headers).sort()).toEqual([...names].sort())
    for (const name of names) expect(headers[name]).toEqual([Buffer.from('a'), null, Buffer.from(name)])
  })

  it('takes 100,000 headers of one record', () => {
    const writer = new RecordBatchWriter()
    writer.append(0, null, null, Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`h${i}`, ['a', 'b']])))
    const [{ headers }] = decode(writer.close() as Buffer)
    expect(Object.keys(headers)).toHaveLength(50_000)
  })

  it('gives a null header back as null even before it repeats', () => {
    const writer = new RecordBatchWriter()
    writer.append(0, null, null, { a: null, b: [null, null] })
    const [{ headers }] = decode(writer.close() as Buffer)
    expect({ ...headers }).toEqual({ a: null, b: [null, null] })
  })

  it('gives views of the fetched bytes, and one context for the batch', () => {
    const bytes = batchOf(2)
    const [first, second] = decode(bytes)
    expect(first.value?.buffer).toBe(bytes.buffer)
    expect(first.value).toBeInstanceOf(Buffer)
    expect(first.batchContext).toBe(second.batchContext)
    expect(Object.keys(first)).toEqual([
      'magicByte',
      'attributes',
      'timestamp',
      'offset',
      'key',
      'value',
      'headers',
      'isControlRecord',
      'batchContext'
    ])
  })

  it('names the place of records that do not decompress', () => {
    const [batch] = readBatches(rawBatch(Buffer.from('no gzip'), { attributes: 1, baseOffset: 7n }), { topic: 'orders', partition: 3 })
    let caught: unknown
    try {
      void decodeBatch(batch)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(KafkaDecompressionError)
    expect(caught).toMatchObject({ topic: 'orders', partition: 3, offset: '7' })
    expect((caught as Error).message).toContain('orders[3] at offset 7')
  })

  it('refuses a batch that decompresses to more than allowed', async () => {
    const writer = new RecordBatchWriter()
    writer.append(0, null, Buffer.alloc(100_000))
    const [batch] = readBatches(await writer.close({ compression: 1 }))
    await expect((async () => decodeBatch(batch, { maxDecompressedBatchBytes: 99_999 }))()).rejects.toThrow('gzip: more than 99999 bytes')
    expect(await decodeBatch(batch, { maxDecompressedBatchBytes: 100_100 })).toHaveLength(1)
  })

  it('refuses a count that the decompressed bytes cannot hold', async () => {
    const writer = new RecordBatchWriter()
    writer.append(0, null, Buffer.alloc(100))
    const bytes = Buffer.from(await writer.close({ compression: 1 }))
    bytes.writeInt32BE(1_000_000, 57)
    bytes.writeInt32BE(1_000_000, 23)
    const [batch] = readBatches(bytes, { checkCrcs: false })
    await expect((async () => decodeBatch(batch))()).rejects.toThrow('1000000 records in')
  })
})

describe('readControlRecord', () => {
  const control = (key: number[], value: number[], header: RawHeader = {}): Buffer =>
    rawBatch(rawRecord({ body: [...varint(key.length), ...key, ...varint(value.length), ...value, 0] }), { attributes: 0x30, ...header })

  it.each<[string, number[], number[], unknown]>([
    ['abort', [0, 0, 0, 0], [0, 0, 0, 0, 0, 12], { type: 'abort', typeCode: 0, coordinatorEpoch: 12 }],
    ['commit', [0, 0, 0, 1], [0, 0, 0, 0, 0, 9], { type: 'commit', typeCode: 1, coordinatorEpoch: 9 }],
    ['a marker of a later version', [0, 7, 0, 1, 9, 9], [0, 1, 0, 0, 0, 9, 1], { type: 'commit', typeCode: 1, coordinatorEpoch: 9 }],
    ['a leader change', [0, 0, 0, 2], [], { type: 'other', typeCode: 2, coordinatorEpoch: -1 }],
    ['a type of the future', [0, 0, 0x7f, 0xff], [1], { type: 'other', typeCode: 32_767, coordinatorEpoch: -1 }]
  ])('reads %s', (_, key, value, expected) => {
    const [batch] = readBatches(control(key, value))
    expect([batch.isControl, batch.isTransactional]).toEqual([true, true])
    expect(readControlRecord(batch)).toEqual(expected)
  })

  it('finds nothing where compaction has taken the marker', () => {
    const [batch] = readBatches(rawBatch(Buffer.alloc(0), { attributes: 0x30, recordCount: 0 }))
    expect(readControlRecord(batch)).toBeUndefined()
  })

  it.each<[string, number[], string]>([
    ['a short key', [0, 0, 0], 'short key'],
    ['a negative version', [0xff, 0xff, 0, 0], 'version -1']
  ])('refuses %s', (_, key, reason) => {
    const [batch] = readBatches(control(key, []))
    expect(failure(() => readControlRecord(batch)).message).toContain(reason)
  })
})
