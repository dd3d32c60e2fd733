import { crc32 } from 'node:zlib'
import { compressionMask, logAppendTimeBit } from './batch-layout'
import { corruptRecord, type RecordsSource } from './corrupt-record'
import type { BatchContext } from './decoded-message'
import type { FetchedBatch, TimestampType } from './fetched-batch'
import { readInt64 } from './int64'

/** Where the fields of a message of magic 0 or 1 begin. The checksum covers everything from `magic` on. */
export const messageOffsets = { offset: 0, size: 8, crc: 12, magic: 16, attributes: 17, timestamp: 18 } as const
/** Bytes before the key, which begins with its length. */
export const messageHeaderBytes = { 0: 18, 1: 26 } as const
/** Fewest bytes the size field of a message can say: checksum, magic, attributes, time in magic 1, two lengths. */
export const smallestMessage = { 0: 14, 1: 22 } as const

/** A message of magic 0 or 1, or a wrapper that holds a compressed set of them. */
export class LegacyBatch implements FetchedBatch {
  readonly magic: 0 | 1
  readonly source: RecordsSource
  readonly bytes: Buffer
  readonly baseOffset: number
  readonly lastOffset: number
  readonly nextOffset: number
  readonly lastOffsetDelta = 0
  readonly sizeInBytes: number
  readonly partitionLeaderEpoch = -1
  readonly attributes: number
  readonly compression: number
  readonly isTransactional = false
  readonly isControl = false
  readonly baseTimestamp: number
  readonly maxTimestamp: number
  readonly timestampType: TimestampType
  readonly hasDeleteHorizon = false
  readonly producerId = -1n
  readonly producerEpoch = -1
  readonly baseSequence = -1
  readonly recordCount: number
  readonly checkCrcs: boolean
  #context: BatchContext | undefined

  /**
   * @param bytes the whole message with its offset and size
   * @param checkCrcs false: {@link verify} does nothing
   * @throws KafkaCorruptRecordError when the size or the codec cannot be right
   */
  constructor(bytes: Buffer, source: RecordsSource, checkCrcs: boolean) {
    this.magic = bytes[messageOffsets.magic] === 0 ? 0 : 1
    this.source = source
    this.bytes = bytes
    this.checkCrcs = checkCrcs
    this.baseOffset = readInt64(bytes, messageOffsets.offset)
    this.lastOffset = this.baseOffset
    this.nextOffset = this.lastOffset + 1
    this.sizeInBytes = bytes.length
    const size = bytes.length - messageOffsets.crc
    if (this.baseOffset < 0) throw corruptRecord('negative offset', source, this.exactBaseOffset)
    if (size < smallestMessage[this.magic]) throw corruptRecord(`message of ${size} bytes`, source, this.exactBaseOffset)
    this.attributes = bytes.readInt8(messageOffsets.attributes)
    this.compression = this.attributes & compressionMask
    if (this.compression > 4) throw corruptRecord(`codec ${this.compression} does not exist`, source, this.exactBaseOffset)
    this.baseTimestamp = this.magic === 0 ? -1 : readInt64(bytes, messageOffsets.timestamp)
    this.maxTimestamp = this.baseTimestamp
    this.timestampType = this.magic === 0 ? 'none' : (this.attributes & logAppendTimeBit) === 0 ? 'createTime' : 'logAppendTime'
    this.recordCount = this.compression === 0 ? 1 : -1
  }

  get exactBaseOffset(): bigint {
    return this.bytes.readBigInt64BE(messageOffsets.offset)
  }

  get exactNextOffset(): bigint {
    return this.exactBaseOffset + 1n
  }

  get context(): BatchContext {
    const timestamp = this.magic === 0 ? '-1' : String(this.bytes.readBigInt64BE(messageOffsets.timestamp))
    return (this.#context ??= {
      firstOffset: String(this.exactBaseOffset),
      firstTimestamp: timestamp,
      partitionLeaderEpoch: -1,
      inTransaction: false,
      isControlBatch: false,
      lastOffsetDelta: 0,
      producerId: '-1',
      producerEpoch: -1,
      firstSequence: -1,
      maxTimestamp: timestamp,
      timestampType: this.timestampType === 'none' ? -1 : this.timestampType === 'createTime' ? 0 : 1,
      magicByte: this.magic
    })
  }

  verify(): void {
    if (!this.checkCrcs) return
    const announced = this.bytes.readUInt32BE(messageOffsets.crc)
    const computed = crc32(this.bytes.subarray(messageOffsets.magic))
    if (announced !== computed) {
      throw corruptRecord(
        `CRC-32 is ${computed.toString(16)}, the message says ${announced.toString(16)}`,
        this.source,
        this.exactBaseOffset
      )
    }
  }
}
