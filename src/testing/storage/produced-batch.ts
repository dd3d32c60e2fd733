import { crc32c } from '../../protocol/crc32c'
import {
  batchHeaderBytes,
  compressionMask,
  controlBit,
  headerOffsets,
  logAppendTimeBit,
  transactionalBit
} from '../../protocol/records/batch-layout'
import { readInt64 } from '../../protocol/records/int64'

/** A batch of magic 2 as a client sent it: nothing in it has been found right yet. */
export class ProducedBatch {
  readonly lastOffsetDelta: number
  readonly producerId: bigint
  readonly producerEpoch: number
  readonly baseSequence: number
  readonly recordCount: number
  readonly baseTimestamp: number
  /** ms; of the header, which need not be that of the records. */
  readonly maxTimestamp: number
  private readonly attributes: number

  /** @param bytes the whole batch, at least a header */
  constructor(readonly bytes: Buffer) {
    this.attributes = bytes.readInt16BE(headerOffsets.attributes)
    this.lastOffsetDelta = bytes.readInt32BE(headerOffsets.lastOffsetDelta)
    this.baseTimestamp = readInt64(bytes, headerOffsets.baseTimestamp)
    this.maxTimestamp = readInt64(bytes, headerOffsets.maxTimestamp)
    this.producerId = bytes.readBigInt64BE(headerOffsets.producerId)
    this.producerEpoch = bytes.readInt16BE(headerOffsets.producerEpoch)
    this.baseSequence = bytes.readInt32BE(headerOffsets.baseSequence)
    this.recordCount = bytes.readInt32BE(headerOffsets.recordCount)
  }

  get baseOffset(): bigint {
    return this.bytes.readBigInt64BE(headerOffsets.baseOffset)
  }

  get compression(): number {
    return this.attributes & compressionMask
  }

  get isTransactional(): boolean {
    return (this.attributes & transactionalBit) !== 0
  }

  get isControl(): boolean {
    return (this.attributes & controlBit) !== 0
  }

  get hasRightChecksum(): boolean {
    return this.bytes.readUInt32BE(headerOffsets.crc) === crc32c(this.bytes.subarray(headerOffsets.attributes))
  }

  /** The records as they came, perhaps compressed. */
  get content(): Buffer {
    return this.bytes.subarray(batchHeaderBytes)
  }

  /**
   * The batch with the time that its records have at most, and not that of a broker. In place where only the header changes.
   * @param content records in another compression; undefined: as they are
   */
  corrected(maxTimestamp: number, content?: { compression: number; data: Buffer }): ProducedBatch {
    const { bytes, attributes } = this
    if (content === undefined && maxTimestamp === this.maxTimestamp && (attributes & logAppendTimeBit) === 0) return this
    const changed = content === undefined ? bytes : Buffer.concat([bytes.subarray(0, batchHeaderBytes), content.data])
    const codec = content?.compression ?? this.compression
    changed.writeInt16BE((attributes & ~(compressionMask | logAppendTimeBit)) | codec, headerOffsets.attributes)
    changed.writeInt32BE(changed.length - headerOffsets.partitionLeaderEpoch, headerOffsets.length)
    changed.writeBigInt64BE(BigInt(maxTimestamp), headerOffsets.maxTimestamp)
    changed.writeUInt32BE(crc32c(changed.subarray(headerOffsets.attributes)), headerOffsets.crc)
    return new ProducedBatch(changed)
  }
}
