import { crc32c } from '../../protocol/crc32c'
import { headerOffsets, logAppendTimeBit } from '../../protocol/records/batch-layout'

/**
 * The bytes of a batch as the log keeps them. Offset and leader epoch lie outside the checksum, so they are written in place, and the
 * checksum is the producer's own; only the time of appending makes a new one.
 * @param logAppendTime ms; negative: the producer's timestamps stay
 */
export function sealBatch(bytes: Buffer, baseOffset: number, leaderEpoch: number, logAppendTime: number): Buffer {
  // A batch that is a small part of what its frame arrived in would keep all of that alive.
  const sealed = bytes.buffer.byteLength > bytes.length * 2 ? Buffer.from(bytes) : bytes
  sealed.writeBigInt64BE(BigInt(baseOffset), headerOffsets.baseOffset)
  sealed.writeInt32BE(leaderEpoch, headerOffsets.partitionLeaderEpoch)
  if (logAppendTime >= 0) {
    sealed.writeInt16BE(sealed.readInt16BE(headerOffsets.attributes) | logAppendTimeBit, headerOffsets.attributes)
    sealed.writeBigInt64BE(BigInt(logAppendTime), headerOffsets.maxTimestamp)
    sealed.writeUInt32BE(crc32c(sealed.subarray(headerOffsets.attributes)), headerOffsets.crc)
  }
  return sealed
}
