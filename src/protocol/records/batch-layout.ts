/** Bytes before the first record of a batch of magic 2. */
export const batchHeaderBytes = 61

/** Where the fields of the header of a batch of magic 2 begin. The checksum covers everything from `attributes` on. */
export const headerOffsets = {
  baseOffset: 0,
  /** Of what follows this field. */
  length: 8,
  partitionLeaderEpoch: 12,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  baseSequence: 53,
  recordCount: 57
} as const

/** Bits of the attributes that number the codec. */
export const compressionMask = 0x07
/** Timestamps are the broker's, not the producer's. */
export const logAppendTimeBit = 0x08
export const transactionalBit = 0x10
export const controlBit = 0x20
/** The base timestamp is the time from which the batch's tombstones and markers may be deleted (KIP-534). */
export const deleteHorizonBit = 0x40
