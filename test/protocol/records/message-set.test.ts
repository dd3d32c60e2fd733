import { gzipSync } from 'node:zlib'
import { KafkaCorruptRecordError } from '../../../src/errors/decode-errors'
import { decodeBatch, readBatches, type DecodeOptions } from '../../../src/protocol/records/record-batch-reader'
import { rawMessage } from './raw-batch'

const value = Buffer.from('v')

function wrapper(inner: Uint8Array[], { magic = 1, offset = 10n, attributes = 1 } = {}): Buffer {
  return rawMessage({ magic, offset, attributes, value: gzipSync(Buffer.concat(inner)) })
}

async function decode(bytes: Buffer, options: DecodeOptions = {}): Promise<[offset: string, timestamp: string][]> {
  const found: [string, string][] = []
  for (const batch of readBatches(bytes, { topic: 'orders', partition: 3 })) {
    for (const message of await decodeBatch(batch, options)) found.push([message.offset, message.timestamp])
  }
  return found
}

describe('message sets of magic 0 and 1', () => {
  it('give messages in the shape of later ones, with a size and without a time in magic 0', async () => {
    const [batch] = readBatches(rawMessage({ magic: 0, offset: 7n, key: Buffer.from('k'), value }))
    const [message] = await decodeBatch(batch)
    expect({ ...message, headers: { ...message.headers } }).toEqual({
      magicByte: 0,
      attributes: 0,
      timestamp: '-1',
      offset: '7',
      key: Buffer.from('k'),
      value,
      headers: {},
      isControlRecord: false,
      batchContext: batch.context,
      size: 16
    })
    expect(batch).toMatchObject({
      magic: 0,
      baseOffset: 7,
      nextOffset: 8,
      recordCount: 1,
      timestampType: 'none',
      producerId: -1n,
      isControl: false
    })
  })

  it('end quietly where they are cut off, at every byte', () => {
    const both = Buffer.concat([rawMessage({ magic: 0, value }), rawMessage({ value, offset: 1n })])
    const first = rawMessage({ magic: 0, value }).length
    for (let end = 0; end <= both.length; end++) {
      expect([end, [...readBatches(both.subarray(0, end))].length]).toEqual([end, end < first ? 0 : end < both.length ? 1 : 2])
    }
  })

  it('count the offsets in a wrapper of magic 1 back from its own', async () => {
    const inner = [0n, 1n, 5n].map(offset => rawMessage({ offset, value, timestamp: 100n + offset }))
    expect(await decode(wrapper(inner, { offset: 2n ** 60n }))).toEqual([
      [String(2n ** 60n - 5n), '100'],
      [String(2n ** 60n - 4n), '101'],
      [String(2n ** 60n), '105']
    ])
  })

  it('take the offsets in a wrapper of magic 0 as they are', async () => {
    const inner = [4n, 10n].map(offset => rawMessage({ magic: 0, offset, value }))
    expect(await decode(wrapper(inner, { magic: 0 }))).toEqual([
      ['4', '-1'],
      ['10', '-1']
    ])
  })

  it('take the time of a wrapper that the broker has set it on', async () => {
    const inner = [0n, 1n].map(offset => rawMessage({ offset, value, timestamp: 5n }))
    expect((await decode(wrapper(inner, { attributes: 1 | 8 }))).map(([, time]) => time)).toEqual(['1000', '1000'])
  })

  it('drop messages below the offset that was asked for', async () => {
    const inner = [0n, 1n, 2n].map(offset => rawMessage({ offset, value }))
    expect((await decode(wrapper(inner), { fromOffset: 10 })).map(([offset]) => offset)).toEqual(['10'])
    expect(await decode(rawMessage({ offset: 3n, value }), { fromOffset: 4 })).toEqual([])
    expect(await decode(rawMessage({ offset: 3n, value }), { fromOffset: 3 })).toHaveLength(1)
  })

  it('do without checksums where told to', async () => {
    const bytes = rawMessage({ value })
    bytes.writeUInt32BE(7, 12)
    const [batch] = readBatches(bytes, { checkCrcs: false })
    expect(await decodeBatch(batch)).toHaveLength(1)
  })

  const brokenInside = rawMessage({ value })
  brokenInside[brokenInside.length - 1] ^= 1
  const brokenOutside = rawMessage({ value, offset: 10n })
  brokenOutside[brokenOutside.length - 1] ^= 1

  it.each<[string, Buffer, string]>([
    ['a wrong checksum', brokenOutside, 'CRC-32 is'],
    ['a wrong checksum in a wrapper', wrapper([brokenInside]), 'CRC-32 is'],
    ['a wrapper in a wrapper', wrapper([wrapper([rawMessage({ value })])]), 'wrapper in a wrapper'],
    ['a wrapper without a value', rawMessage({ offset: 10n, attributes: 1 }), 'without a value'],
    ['a wrapper without messages', wrapper([]), 'wrapper without messages'],
    ['another format in a wrapper', wrapper([rawMessage({ magic: 0, value })]), 'another format'],
    ['a message cut off in a wrapper', wrapper([rawMessage({ value }), rawMessage({ value }).subarray(0, 30)]), 'message of'],
    ['a few bytes at the end of a wrapper', wrapper([rawMessage({ value }), Buffer.alloc(5)]), '5 bytes after the last message'],
    ['a negative size in a wrapper', wrapper([rawMessage({ value, size: -5 })]), 'message of -5 bytes'],
    [
      'an offset in a wrapper beyond its own',
      wrapper([rawMessage({ magic: 0, value, offset: 11n })], { magic: 0 }),
      'offset 11 in a wrapper'
    ],
    ['an offset in a wrapper below zero', wrapper([0n, 11n].map(offset => rawMessage({ offset, value }))), 'offset -1 in a wrapper'],
    ['a negative offset', rawMessage({ value, offset: -1n }), 'negative offset'],
    ['a codec that does not exist', rawMessage({ value, offset: 10n, attributes: 5 }), 'codec 5'],
    ['a key longer than the message', rawMessage({ offset: 10n, rest: Buffer.from([0, 0, 0, 9, 0, 0, 0, 0]) }), 'field of 9 bytes, 4 left'],
    [
      'a value of negative length',
      rawMessage({ offset: 10n, rest: Buffer.from([0, 0, 0, 0, 0xff, 0xff, 0xff, 0xfe]) }),
      'field of -2 bytes'
    ],
    [
      'a message that ends before its value',
      rawMessage({ offset: 10n, rest: Buffer.from([0, 0, 0, 2, 1, 1, 0, 0]) }),
      'ends before its value'
    ],
    ['bytes after the value', rawMessage({ offset: 10n, rest: Buffer.alloc(9) }), '1 bytes after the value']
  ])('refuse %s', async (_, bytes, reason) => {
    const error = await decode(bytes).then(
      () => undefined,
      (caught: unknown) => caught
    )
    expect(error).toBeInstanceOf(KafkaCorruptRecordError)
    expect((error as Error).message).toContain(reason)
    expect(error).toMatchObject({ topic: 'orders', partition: 3 })
  })
})
