import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { KafkaJSNotImplemented } from '../../../src/errors/usage-errors'
import { crc32c } from '../../../src/protocol/crc32c'
import type { DecodedMessage } from '../../../src/protocol/records/decoded-message'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'
import { RecordBufferPool } from '../../../src/protocol/records/record-buffer-pool'
import type { HeaderValue } from '../../../src/protocol/records/record-headers'

const anyHeaderValue = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), { nil: null })
const anyHeaders = fc.option(fc.dictionary(fc.string(), fc.oneof(anyHeaderValue, fc.array(anyHeaderValue, { maxLength: 3 }))), {
  nil: undefined
})
const anyField = fc.option(
  fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.uint8Array({ maxLength: 200 })),
  {
    nil: null
  }
)

describe('RecordBatchWriter', () => {
  it('writes the bytes of the format', () => {
    const writer = new RecordBatchWriter()
    writer.append(1000, 'k', 'vä', { h: null })
    writer.append(1001, null, null)
    const batch = writer.close() as Buffer
    const records = [
      [28, 0, 0, 0, 2, 0x6b, 6, 0x76, 0xc3, 0xa4, 2, 2, 0x68, 1],
      [12, 0, 2, 2, 1, 1, 0]
    ].flat()
    records[0] = (records.length - 7 - 1) * 2
    const expected = Buffer.concat([
      Buffer.from('0000000000000000', 'hex'),
      Buffer.from([0, 0, 0, 49 + records.length]),
      Buffer.from('ffffffff', 'hex'),
      Buffer.from([2]),
      batch.subarray(17, 21),
      Buffer.from('0000 00000001 00000000000003e8 00000000000003e9 ffffffffffffffff ffff ffffffff 00000002'.replaceAll(' ', ''), 'hex'),
      Buffer.from(records)
    ])
    expect(batch.toString('hex')).toBe(expected.toString('hex'))
    expect(batch.readUInt32BE(17)).toBe(crc32c(batch.subarray(21)))
  })

  it('puts what it is told into the header', () => {
    const writer = new RecordBatchWriter()
    writer.append(5, null, 'v')
    const batch = writer.close({ transactional: true, producerId: 2n ** 62n, producerEpoch: 9, baseSequence: 77 }) as Buffer
    expect(batch.readInt16BE(21)).toBe(0x10)
    expect(batch.readBigInt64BE(43)).toBe(2n ** 62n)
    expect(batch.readInt16BE(51)).toBe(9)
    expect(batch.readInt32BE(53)).toBe(77)
  })

  it('has the first time as base and the latest as maximum, compared as numbers', () => {
    const writer = new RecordBatchWriter()
    for (const time of [9, 1000, 99, -1]) writer.append(time, null, '')
    expect([writer.baseTimestamp, writer.maxTimestamp]).toEqual([9, 1000])
    const batch = writer.close() as Buffer
    expect([batch.readBigInt64BE(27), batch.readBigInt64BE(35)]).toEqual([9n, 1000n])
  })

  it('gives the same bytes however often it is closed', async () => {
    for (const compression of [0, 1]) {
      const writer = new RecordBatchWriter()
      writer.append(1, 'k', 'v')
      const first = await writer.close({ compression })
      expect(await writer.close({ compression, producerId: 3n })).toBe(first)
    }
  })

  it('takes no record once closed', () => {
    const writer = new RecordBatchWriter()
    writer.append(1, 'k', 'v')
    void writer.close()
    expect(() => writer.append(1, 'k', 'v')).toThrow('closed batch')
  })

  it('compresses the records and nothing else', async () => {
    const plain = new RecordBatchWriter()
    const compressed = new RecordBatchWriter()
    for (const writer of [plain, compressed]) for (let i = 0; i < 2000; i++) writer.append(i, `key ${i}`, 'the same again')
    const size = plain.sizeInBytes
    const batch = await compressed.close({ compression: 1 })
    expect(batch.length).toBeLessThan(size)
    expect(batch.readInt32BE(8)).toBe(batch.length - 12)
    expect(batch.readInt16BE(21)).toBe(1)
    expect(batch.readUInt32BE(17)).toBe(crc32c(batch.subarray(21)))
    expect(gunzipSync(batch.subarray(61)).equals((plain.close() as Buffer).subarray(61))).toBe(true)
  })

  it('finds room for compressed records that are larger than plain ones', async () => {
    const writer = new RecordBatchWriter({ initialBytes: 1024 })
    writer.append(1, null, randomBytes(930))
    const batch = await writer.close({ compression: 2 })
    expect(batch.length).toBeGreaterThan(1024)
  })

  it('refuses a codec that does not exist', () => {
    const writer = new RecordBatchWriter()
    writer.append(1, null, '')
    expect(() => writer.close({ compression: 7 })).toThrow(KafkaJSNotImplemented)
  })

  it('lets a batch not grow past a limit, except by its first record', () => {
    const writer = new RecordBatchWriter()
    expect(writer.tryAppend(100, 1, null, Buffer.alloc(1000))).toBe(true)
    const before = writer.sizeInBytes
    expect(writer.tryAppend(before + 7, 1, null, '')).toBe(true)
    expect(writer.sizeInBytes).toBe(before + 8 - 1)
    expect(writer.tryAppend(writer.sizeInBytes + 6, 2_000_000_000, null, '')).toBe(false)
    expect(writer.recordCount).toBe(2)
    expect(writer.maxTimestamp).toBe(1)
  })

  it('holds the limit for text beyond ASCII, whose size shows late', () => {
    const writer = new RecordBatchWriter()
    writer.append(1, null, 'x')
    const before = writer.sizeInBytes
    const text = 'ü'.repeat(50)
    expect(writer.tryAppend(before + 100, 1, null, text)).toBe(false)
    expect([writer.sizeInBytes, writer.recordCount]).toEqual([before, 1])
    expect(writer.tryAppend(before + 120, 1, null, text)).toBe(true)
  })

  it('never adds more than sizeOf says, nor sixteen bytes less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 2 ** 52 }), anyField, anyField, anyHeaders), { minLength: 1, maxLength: 20 }),
        records => {
          const writer = new RecordBatchWriter({ initialBytes: 1024 })
          for (const [time, key, value, headers] of records) {
            const before = writer.sizeInBytes
            writer.append(time, key, value, headers)
            const added = writer.sizeInBytes - before
            const bound = RecordBatchWriter.sizeOf(key, value, headers)
            expect(added).toBeLessThanOrEqual(bound)
            expect(added).toBeGreaterThan(bound - 17)
          }
        }
      )
    )
  })

  it.each<[string, HeaderValue]>([
    ['short ASCII', 'abc'],
    ['twelve characters', 'abcdefghijkl'],
    ['long ASCII', 'x'.repeat(5000)],
    ['short text with an umlaut at its end', 'abcü'],
    ['long text with an umlaut at its beginning', `ü${'x'.repeat(5000)}`],
    ['nothing but three-byte characters', '漢'.repeat(3000)],
    ['surrogate pairs', '🔑'.repeat(2000)],
    ['very long text', 'x'.repeat(5000) + '漢'],
    ['text just short of very long', `${'x'.repeat(4094)}漢`],
    ['half a surrogate pair', `${'x'.repeat(20)}\ud83d`]
  ])('writes text as UTF-8: %s', (_, text) => {
    const writer = new RecordBatchWriter({ initialBytes: 1024 })
    writer.append(1, text, text)
    writer.append(1, text, null)
    const utf8 = Buffer.from(text as string)
    const twice = (writer.close() as Buffer).toString('latin1').split(utf8.toString('latin1'))
    expect(twice).toHaveLength(4)
  })
})

describe('RecordBatchWriter, read back', () => {
  const readBack = (writer: RecordBatchWriter): DecodedMessage[] => {
    const [batch] = readBatches(writer.close() as Buffer)
    return decodeBatch(batch) as DecodedMessage[]
  }

  it('does not take text for ASCII whose first part happens to fill the buffer', () => {
    for (let characters = 900; characters < 1000; characters++) {
      const writer = new RecordBatchWriter({ initialBytes: 1024 })
      const text = 'ü'.repeat(characters)
      writer.append(0, null, text)
      expect(readBack(writer)[0].value?.toString()).toBe(text)
    }
  })

  it.each([30, 31, 32, 33, 48, 49, 52])('keeps times about 2^%d ms from the first one', bits => {
    const far = [-1, 0, 1].map(step => 2 ** bits + step)
    const forth = new RecordBatchWriter()
    const back = new RecordBatchWriter()
    forth.append(0, null, null)
    back.append(2 ** bits + 1, null, null)
    for (const time of far) {
      forth.append(time, null, null)
      back.append(2 ** bits - time, null, null)
    }
    expect(readBack(forth).map(message => message.timestamp)).toEqual([0, ...far].map(String))
    expect(readBack(back).map(message => message.timestamp)).toEqual([2 ** bits + 1, 1, 0, -1].map(String))
  })

  it('keeps the first and the last times there are', () => {
    const times = [-1, Number.MAX_SAFE_INTEGER, -1, 0, Number.MAX_SAFE_INTEGER - 1]
    for (const order of [times, times.toReversed()]) {
      const writer = new RecordBatchWriter()
      for (const time of order) writer.append(time, null, null)
      expect(readBack(writer).map(message => message.timestamp)).toEqual(order.map(String))
    }
  })
})

describe('RecordBufferPool', () => {
  it('gives a released buffer to the next batch of its size, and only then', () => {
    const pool = new RecordBufferPool()
    const first = new RecordBatchWriter({ pool, initialBytes: 4000 })
    first.append(1, 'k', 'v')
    const bytes = first.close() as Buffer
    const second = new RecordBatchWriter({ pool, initialBytes: 4000 })
    second.append(2, 'other', 'other')
    expect((second.close() as Buffer).buffer).not.toBe(bytes.buffer)
    first.release()
    first.release()
    expect(pool.keptBytes).toBe(4096)
    expect(pool.acquire(2049).buffer).toBe(bytes.buffer)
    expect(pool.keptBytes).toBe(0)
  })

  it('gets no buffer that is being compressed', async () => {
    const pool = new RecordBufferPool()
    const writer = new RecordBatchWriter({ pool, initialBytes: 65_536 })
    writer.append(1, null, Buffer.alloc(40_000))
    const closed = writer.close({ compression: 1 })
    writer.release()
    expect(pool.keptBytes).toBe(0)
    await closed
    expect(pool.keptBytes).toBe(65_536)
    expect(() => writer.append(1, null, null)).toThrow('closed batch')
  })

  it('takes no record into a buffer that has been given back', () => {
    const writer = new RecordBatchWriter()
    writer.release()
    expect(() => writer.append(1, null, null)).toThrow('closed batch')
  })

  it('is not asked for more than records take', () => {
    const pool = new RecordBufferPool()
    const writer = new RecordBatchWriter({ pool, initialBytes: 65_536 })
    writer.append(1, 'key', Buffer.alloc(50_000))
    writer.append(1, 'key', 'x'.repeat(15_000))
    expect(pool.keptBytes).toBe(0)
  })

  it('keeps buffers that a growing batch leaves behind', () => {
    const pool = new RecordBufferPool()
    const writer = new RecordBatchWriter({ pool, initialBytes: 1024 })
    writer.append(1, null, Buffer.alloc(3000))
    expect(pool.keptBytes).toBe(1024)
  })

  it('keeps no more than its limit, and no buffer of an odd size', () => {
    const pool = new RecordBufferPool(10_000)
    pool.release(Buffer.allocUnsafeSlow(8192))
    pool.release(Buffer.allocUnsafeSlow(2048))
    pool.release(Buffer.allocUnsafeSlow(1000))
    expect(pool.keptBytes).toBe(8192)
  })

  it.each([
    [0, 1024],
    [1024, 1024],
    [1025, 2048],
    [131_072, 131_072],
    [1_000_001, 1_048_576]
  ])('rounds %d bytes up to %d', (wanted, given) => {
    expect(new RecordBufferPool().acquire(wanted)).toHaveLength(given)
  })
})
