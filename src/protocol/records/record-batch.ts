import { crc32c } from '../crc32c'
import {
  batchHeaderBytes,
  compressionMask,
  controlBit,
  deleteHorizonBit,
  headerOffsets,
  logAppendTimeBit,
  transactionalBit
} from './batch-layout'
import { corruptRecord, type RecordsSource } from './corrupt-record'
import type { BatchContext } from './decoded-message'
import type { FetchedBatch, TimestampType } from './fetched-batch'
import { readInt64 } from './int64'

/** The highest codec there is: zstd. */
const lastCompression = 4

/** A batch of magic 2, as fetched. */
export class RecordBatch implements FetchedBatch {
  readonly magic = 2
  readonly source: RecordsSource
  readonly bytes: Buffer
  readonly baseOffset: number
  readonly lastOffset: number
  readonly nextOffset: number
  readonly lastOffsetDelta: number
  readonly sizeInBytes: number
  readonly partitionLeaderEpoch: number
  readonly attributes: number
  readonly compression: number
  readonly isTransactional: boolean
  readonly isControl: boolean
  readonly baseTimestamp: number
  readonly maxTimestamp: number
  readonly timestampType: TimestampType
  readonly hasDeleteHorizon: boolean
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly recordCount: number
  #context: BatchContext | undefined
  #verified: boolean

  /**
   * @param bytes the whole batch, at least 61 bytes of magic 2
   * @param checkCrcs false: {@link verify} does nothing
   * @throws KafkaCorruptRecordError when the header's fields contradict each other
   */
  constructor(bytes: Buffer, source: RecordsSource, checkCrcs: boolean) {
    this.source = source
    this.bytes = bytes
    this.baseOffset = readInt64(bytes, headerOffsets.baseOffset)
    this.sizeInBytes = bytes.length
    this.partitionLeaderEpoch = bytes.readInt32BE(headerOffsets.partitionLeaderEpoch)
    const attributes = bytes.readInt16BE(headerOffsets.attributes)
    this.attributes = attributes
    this.compression = attributes & compressionMask
    this.timestampType = (attributes & logAppendTimeBit) === 0 ? 'createTime' : 'logAppendTime'
    this.isTransactional = (attributes & transactionalBit) !== 0
    this.isControl = (attributes & controlBit) !== 0
    this.hasDeleteHorizon = (attributes & deleteHorizonBit) !== 0
    this.lastOffsetDelta = bytes.readInt32BE(headerOffsets.lastOffsetDelta)
    this.lastOffset = this.baseOffset + this.lastOffsetDelta
    this.nextOffset = this.lastOffset + 1
    this.baseTimestamp = readInt64(bytes, headerOffsets.baseTimestamp)
    this.maxTimestamp = readInt64(bytes, headerOffsets.maxTimestamp)
    this.producerId = bytes.readBigInt64BE(headerOffsets.producerId)
    this.producerEpoch = bytes.readInt16BE(headerOffsets.producerEpoch)
    this.baseSequence = bytes.readInt32BE(headerOffsets.baseSequence)
    this.recordCount = bytes.readInt32BE(headerOffsets.recordCount)
    this.#verified = !checkCrcs
    const contradiction = this.#contradiction()
    if (contradiction !== undefined) throw corruptRecord(contradiction, source, this.exactBaseOffset)
  }

  get exactBaseOffset(): bigint {
    return this.bytes.readBigInt64BE(headerOffsets.baseOffset)
  }

  get exactNextOffset(): bigint {
    return this.exactBaseOffset + BigInt(this.lastOffsetDelta) + 1n
  }

  get context(): BatchContext {
    return (this.#context ??= {
      firstOffset: String(this.exactBaseOffset),
      firstTimestamp: String(this.bytes.readBigInt64BE(headerOffsets.baseTimestamp)),
      partitionLeaderEpoch: this.partitionLeaderEpoch,
      inTransaction: this.isTransactional,
      isControlBatch: this.isControl,
      lastOffsetDelta: this.lastOffsetDelta,
      producerId: String(this.producerId),
      producerEpoch: this.producerEpoch,
      firstSequence: this.baseSequence,
      maxTimestamp: String(this.bytes.readBigInt64BE(headerOffsets.maxTimestamp)),
      timestampType: this.timestampType === 'logAppendTime' ? 1 : 0,
      magicByte: 2
    })
  }

  verify(): void {
    if (this.#verified) return
    const announced = this.bytes.readUInt32BE(headerOffsets.crc)
    const computed = crc32c(this.bytes.subarray(headerOffsets.attributes))
    if (announced !== computed) {
      throw corruptRecord(
        `CRC-32C is ${computed.toString(16)}, the header says ${announced.toString(16)}`,
        this.source,
        this.exactBaseOffset
      )
    }
    this.#verified = true
  }

  #contradiction(): string | undefined {
    const { recordCount, lastOffsetDelta } = this
    if (this.baseOffset < 0) return 'negative base offset'
    if (this.compression > lastCompression) return `codec ${this.compression} does not exist`
    if (lastOffsetDelta < 0) return `last offset delta ${lastOffsetDelta}`
    if (recordCount < 0) return `${recordCount} records`
    if (recordCount - 1 > lastOffsetDelta) return `${recordCount} records with offsets that span ${lastOffsetDelta + 1}`
    // A record takes seven bytes or more: length, attributes, two deltas, two lengths, header count.
    if (this.compression === 0 && recordCount * smallestRecord > this.bytes.length - batchHeaderBytes) {
      return `${recordCount} records in ${this.bytes.length - batchHeaderBytes} bytes`
    }
    return undefined
  }
}

/** Fewest bytes of a record of magic 2. */
export const smallestRecord = 7
