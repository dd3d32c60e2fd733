import { KafkaJSNonRetriableError, nameErrorClass, type ErrorSource } from './kafkajs-error'

/** Where the bytes came from. */
export interface DecodeContext {
  readonly topic?: string | undefined
  readonly partition?: number | undefined
  /** Offset of the record or of the first record of the batch, where one is known. */
  readonly offset?: string | number | bigint | undefined
  readonly cause?: unknown
}

/** Bytes that are not what the protocol says they should be. */
export class KafkaDecodeError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaDecodeError')
  }

  declare readonly topic?: string
  declare readonly partition?: number
  declare readonly offset?: string

  constructor(message?: string | Error | ErrorSource, context: DecodeContext = {}) {
    super(message, { cause: context.cause })
    if (context.topic !== undefined) this.topic = context.topic
    if (context.partition !== undefined) this.partition = context.partition
    if (context.offset !== undefined) this.offset = String(context.offset)
  }
}

/** A frame whose length or header cannot be right: usually the peer does not speak Kafka, or speaks TLS. */
export class KafkaFrameError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaFrameError')
  }
}

/** A batch or record whose checksum, counts or lengths do not fit together. */
export class KafkaCorruptRecordError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaCorruptRecordError')
  }
}

/** Compressed records that do not decompress, or to more bytes than allowed. */
export class KafkaDecompressionError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaDecompressionError')
  }
}

/** A record goes on past the bytes that are there. */
export class KafkaJSPartialMessageError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaJSPartialMessageError')
  }
}

/** A message set in a format that nobody knows. */
export class KafkaJSUnsupportedMagicByteInMessageSet extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaJSUnsupportedMagicByteInMessageSet')
  }
}

/** A variable-length integer of more than five bytes. */
export class KafkaJSInvalidVarIntError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaJSInvalidVarIntError')
  }
}

/** A variable-length long of more than ten bytes. */
export class KafkaJSInvalidLongError extends KafkaDecodeError {
  static {
    nameErrorClass(this, 'KafkaJSInvalidLongError')
  }
}
