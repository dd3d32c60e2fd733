import { headerOffsets } from '../../../../src/protocol/records/batch-layout'
import { makeBatch, type BatchSpec } from '../../support/make-batch'

const abc = ['a', 'b', 'c']

function spoiled(
  change: (bytes: Buffer) => void,
  { keepsChecksum = false, ...spec }: BatchSpec & { keepsChecksum?: boolean } = {}
): Buffer {
  return makeBatch(abc, {
    ...spec,
    spoil: bytes => {
      change(bytes)
      return !keepsChecksum
    }
  })
}

/** First byte of the first record: its length. */
const firstRecord = 61

function legacy(magic: number): Buffer {
  const body = Buffer.concat([
    Buffer.from([magic, 0]),
    magic === 1 ? Buffer.alloc(8) : Buffer.alloc(0),
    Buffer.from([255, 255, 255, 255, 0, 0, 0, 1, 97])
  ])
  const message = Buffer.alloc(16 + body.length)
  message.writeInt32BE(4 + body.length, 8)
  body.copy(message, 16)
  return message
}

/** Batches that a broker has to look at twice, by what is wrong with them. */
export const spoiledBatches: Readonly<Record<string, () => Buffer>> = {
  'a wrong checksum': () => spoiled(bytes => bytes.writeUInt32BE(1, headerOffsets.crc), { keepsChecksum: true }),
  'a changed value': () => spoiled(bytes => bytes.writeInt8(120, bytes.length - 2), { keepsChecksum: true }),
  'a length beyond its end': () => spoiled(bytes => bytes.writeInt32BE(bytes.length, headerOffsets.length)),
  'a length short of its end': () => spoiled(bytes => bytes.writeInt32BE(bytes.length - 15, headerOffsets.length)),
  'a length of zero': () => spoiled(bytes => bytes.writeInt32BE(0, headerOffsets.length)),
  'a length too small for a header': () => spoiled(bytes => bytes.writeInt32BE(30, headerOffsets.length)),
  'a negative length': () => spoiled(bytes => bytes.writeInt32BE(-1, headerOffsets.length)),
  nothing: () => Buffer.alloc(0),
  'ten bytes': () => makeBatch(abc).subarray(0, 10),
  'half a batch': () => makeBatch(abc).subarray(0, 50),
  'all but its last byte': () => makeBatch(abc).subarray(0, -1),
  'ten zeros after it': () => Buffer.concat([makeBatch(abc), Buffer.alloc(10)]),
  'thirty zeros after it': () => Buffer.concat([makeBatch(abc), Buffer.alloc(30)]),
  'half a batch after it': () => Buffer.concat([makeBatch(abc), makeBatch(abc).subarray(0, 50)]),
  'a batch after it': () => Buffer.concat([makeBatch(abc), makeBatch(abc)]),
  'a batch that is spoiled after it': () =>
    Buffer.concat([makeBatch(abc), spoiled(bytes => bytes.writeUInt32BE(1, headerOffsets.crc), { keepsChecksum: true })]),
  'magic 0': () => spoiled(bytes => bytes.writeInt8(0, headerOffsets.magic)),
  'magic 3': () => spoiled(bytes => bytes.writeInt8(3, headerOffsets.magic)),
  'magic -1': () => spoiled(bytes => bytes.writeInt8(-1, headerOffsets.magic)),
  'a message of magic 0': () => legacy(0),
  'a message of magic 1': () => legacy(1),
  'base offset 5': () => spoiled(bytes => bytes.writeBigInt64BE(5n, headerOffsets.baseOffset)),
  'base offset -1': () => spoiled(bytes => bytes.writeBigInt64BE(-1n, headerOffsets.baseOffset)),
  'a leader epoch': () => spoiled(bytes => bytes.writeInt32BE(77, headerOffsets.partitionLeaderEpoch)),
  'the control bit': () => spoiled(bytes => bytes.writeInt16BE(0x20, headerOffsets.attributes)),
  'the bit of append time': () => spoiled(bytes => bytes.writeInt16BE(0x08, headerOffsets.attributes)),
  'the bit of a delete horizon': () => spoiled(bytes => bytes.writeInt16BE(0x40, headerOffsets.attributes)),
  'unknown attributes': () => spoiled(bytes => bytes.writeInt16BE(0x4f00 - 0x0f00 + 0x80, headerOffsets.attributes)),
  'codec 5': () => spoiled(bytes => bytes.writeInt16BE(5, headerOffsets.attributes)),
  'codec 7': () => spoiled(bytes => bytes.writeInt16BE(7, headerOffsets.attributes)),
  'gzip that is none': () => spoiled(bytes => bytes.writeInt16BE(1, headerOffsets.attributes)),
  'snappy that is none': () => spoiled(bytes => bytes.writeInt16BE(2, headerOffsets.attributes)),
  'lz4 that is none': () => spoiled(bytes => bytes.writeInt16BE(3, headerOffsets.attributes)),
  'zstd that is none': () => spoiled(bytes => bytes.writeInt16BE(4, headerOffsets.attributes)),
  'one record more in the count': () => spoiled(bytes => bytes.writeInt32BE(4, headerOffsets.recordCount)),
  'one record less in the count': () => spoiled(bytes => bytes.writeInt32BE(2, headerOffsets.recordCount)),
  'one record more in count and offsets': () =>
    spoiled(bytes => {
      bytes.writeInt32BE(4, headerOffsets.recordCount)
      bytes.writeInt32BE(3, headerOffsets.lastOffsetDelta)
    }),
  'one record less in count and offsets': () =>
    spoiled(bytes => {
      bytes.writeInt32BE(2, headerOffsets.recordCount)
      bytes.writeInt32BE(1, headerOffsets.lastOffsetDelta)
    }),
  'the last offset one higher': () => spoiled(bytes => bytes.writeInt32BE(3, headerOffsets.lastOffsetDelta)),
  'no records in the count': () => spoiled(bytes => bytes.writeInt32BE(0, headerOffsets.recordCount)),
  'a negative count': () => spoiled(bytes => bytes.writeInt32BE(-1, headerOffsets.recordCount)),
  'a huge count': () =>
    spoiled(bytes => {
      bytes.writeInt32BE(2_000_000_000, headerOffsets.recordCount)
      bytes.writeInt32BE(1_999_999_999, headerOffsets.lastOffsetDelta)
    }),
  'no records at all': () => spoiledEmpty(),
  'a negative last offset': () => spoiled(bytes => bytes.writeInt32BE(-1, headerOffsets.lastOffsetDelta)),
  'a record longer than the batch': () => spoiled(bytes => bytes.writeUInt8(0x7e, firstRecord)),
  'a record of no length': () => spoiled(bytes => bytes.writeUInt8(0, firstRecord)),
  'a record of negative length': () => spoiled(bytes => bytes.writeUInt8(1, firstRecord)),
  'a record longer than its fields': () => spoiled(bytes => bytes.writeUInt8(bytes[firstRecord] + 2, firstRecord)),
  'an offset delta out of order': () => spoiled(bytes => bytes.writeUInt8(4, firstRecord + 3)),
  'a key longer than its record': () => spoiled(bytes => bytes.writeUInt8(0x40, firstRecord + 4)),
  'a key of length -2': () => spoiled(bytes => bytes.writeUInt8(3, firstRecord + 4)),
  'a value longer than its record': () => spoiled(bytes => bytes.writeUInt8(0x40, firstRecord + 5)),
  'a header that is missing': () => spoiled(bytes => bytes.writeUInt8(2, firstRecord + 7)),
  'a negative count of headers': () => spoiled(bytes => bytes.writeUInt8(1, firstRecord + 7)),
  'attributes of a record': () => spoiled(bytes => bytes.writeUInt8(0xff, firstRecord + 1)),
  'a producer id without an epoch': () => spoiled(() => {}, { producerId: 4000n }),
  'a producer id without a sequence': () => spoiled(() => {}, { producerId: 4000n, producerEpoch: 0 }),
  'a sequence without a producer id': () => spoiled(() => {}, { baseSequence: 0 }),
  'producer id -2': () => spoiled(() => {}, { producerId: -2n, producerEpoch: 0, baseSequence: 0 }),
  'a transaction without a producer id': () => spoiled(() => {}, { transactional: true }),
  'a largest timestamp that no record has': () => spoiled(bytes => bytes.writeBigInt64BE(1_600_000_000_500n, headerOffsets.maxTimestamp)),
  'a largest timestamp below those of records': () => spoiled(bytes => bytes.writeBigInt64BE(1n, headerOffsets.maxTimestamp)),
  'a largest timestamp of -1': () => spoiled(bytes => bytes.writeBigInt64BE(-1n, headerOffsets.maxTimestamp)),
  'negative timestamps': () => spoiled(bytes => bytes.writeBigInt64BE(-1000n, headerOffsets.baseTimestamp)),
  garbage: () => Buffer.from('GET /this/is/no/batch HTTP/1.1\r\nHost: of.nobody.example\r\nAccept: everything that there is\r\n\r\n')
}

function spoiledEmpty(): Buffer {
  const header = makeBatch(abc).subarray(0, firstRecord)
  header.writeInt32BE(firstRecord - 12, headerOffsets.length)
  return header
}
