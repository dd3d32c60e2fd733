import * as fc from 'fast-check'
import { KafkaCorruptRecordError, KafkaDecompressionError } from '../../../src/errors/decode-errors'
import type { DecodedMessage } from '../../../src/protocol/records/decoded-message'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'
import type { HeaderValue } from '../../../src/protocol/records/record-headers'
import { rawBatch, rawMessage } from './raw-batch'

const codecs = [0, 1, 2, 3, 4]
const field = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.uint8Array({ maxLength: 100 })), { nil: null })
const headers = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(field, fc.array(field, { minLength: 1, maxLength: 3 })), {
  maxKeys: 5
})
const records = fc.array(fc.record({ time: fc.oneof(fc.integer({ min: -1 }), fc.maxSafeNat()), key: field, value: field, headers }), {
  minLength: 1,
  maxLength: 30
})

function bytesOf(value: HeaderValue): Buffer | null {
  return value === null || value === undefined ? null : Buffer.from(value as string)
}

/** Everything that is in the bytes, or the error; any other error fails the test. */
async function read(bytes: Buffer, checkCrcs: boolean): Promise<DecodedMessage[]> {
  const messages: DecodedMessage[] = []
  try {
    for (const batch of readBatches(bytes, { checkCrcs, topic: 't', partition: 1 })) {
      messages.push(...(await decodeBatch(batch, { maxDecompressedBatchBytes: 1 << 20 })))
    }
  } catch (error) {
    if (!(error instanceof KafkaCorruptRecordError || error instanceof KafkaDecompressionError)) throw error
    if (error.topic !== 't' || error.partition !== 1 || !/^-?\d+$/.test(error.offset ?? ''))
      throw new Error('no place in the error', { cause: error })
  }
  return messages
}

describe('records', () => {
  it.each(codecs)('come back as they were written, codec %d', async compression => {
    await fc.assert(
      fc.asyncProperty(records, async written => {
        const writer = new RecordBatchWriter({ initialBytes: 1024 })
        for (const { time, key, value, headers } of written) writer.append(time, key, value, headers)
        const [batch] = readBatches(await writer.close({ compression }))
        const messages = await decodeBatch(batch)
        writer.release()
        expect(
          messages.map(({ timestamp, offset, key, value, headers }) => ({ timestamp, offset, key, value, headers: { ...headers } }))
        ).toEqual(
          written.map(({ time, key, value, headers }, i) => ({
            timestamp: String(time),
            offset: String(i),
            key: bytesOf(key),
            value: bytesOf(value),
            // A repeated header of one value is one header on the wire. (Spread, since an assignment to __proto__ would not be kept.)
            headers: {
              ...Object.fromEntries(
                Object.entries(headers).map(([name, item]) => [
                  name,
                  Array.isArray(item) ? (item.length === 1 ? bytesOf(item[0]) : item.map(bytesOf)) : bytesOf(item as HeaderValue)
                ])
              )
            }
          }))
        )
      }),
      { numRuns: 50 }
    )
  })

  const samples = async (): Promise<Buffer[]> => {
    const all: Buffer[] = []
    for (const compression of codecs) {
      const writer = new RecordBatchWriter()
      for (let i = 0; i < 20; i++) writer.append(i, `key-${i}`, `value of ${i} `.repeat(5), { header: 'x' })
      const batch = await writer.close({ compression })
      all.push(Buffer.from(batch))
      // The records section of magic 2 serves as compressed nonsense for the older formats.
      for (const magic of [0, 1]) all.push(rawMessage({ magic, attributes: compression, value: batch.subarray(61), offset: 5n }))
    }
    return all
  }

  it('with flipped bytes are refused by typed errors when no checksum is held against them', async () => {
    const good = await samples()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (which, flips) => {
          const bytes = Buffer.from(good[which])
          for (const [at, byte] of flips) bytes[at % bytes.length] = byte
          await read(bytes, false)
        }
      ),
      { numRuns: 1000 }
    )
  })

  it('with flipped bytes are all refused when a checksum is, or come back as they were', async () => {
    const good = await samples()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codecs), fc.nat(), fc.integer({ min: 1, max: 255 }), async (codec, at, change) => {
        const bytes = Buffer.from(good[codec * 3])
        // Offset, length and leader epoch are the broker's to set and not part of the sum.
        bytes[16 + (at % (bytes.length - 16))] ^= change
        expect(await read(bytes, true)).toEqual([])
      }),
      { numRuns: 500 }
    )
  })

  it('that are noise behind a right checksum are refused by typed errors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...codecs), fc.nat(30), async (noise, codec, recordCount) => {
        await read(rawBatch(noise, { attributes: codec, recordCount }), true)
        for (const magic of [0, 1]) await read(rawMessage({ magic, attributes: codec, value: noise, offset: 5n }), true)
      }),
      { numRuns: 500 }
    )
  })

  it('that are noise altogether are refused by typed errors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0, 1, 2), async (noise, magic) => {
        const bytes = Buffer.from(noise)
        if (bytes.length > 16) bytes[16] = magic
        if (bytes.length > 12) bytes.writeInt32BE(Math.min(bytes.readInt32BE(8) >>> 0, bytes.length - 12), 8)
        await read(bytes, false)
      }),
      { numRuns: 500 }
    )
  })

  it.each(codecs)('cut off at every byte behind a right checksum are refused, codec %d', async codec => {
    const writer = new RecordBatchWriter()
    for (let i = 0; i < 5; i++) writer.append(i, `key-${i}`, 'value '.repeat(10))
    const batch = await writer.close({ compression: codec })
    for (let end = 0; end < batch.length - 61; end++) {
      const cut = rawBatch(batch.subarray(61, 61 + end), { attributes: codec, recordCount: 5 })
      expect([end, (await read(cut, true)).length]).toEqual([end, 0])
    }
  })
})
