/** Headers of a message: several values under one name keep their order; a name whose value is `undefined` is not sent. */
export interface IHeaders {
  [key: string]: Buffer | string | (Buffer | string)[] | undefined
}

/** A message to be sent. */
export interface Message {
  /** Decides the partition when there is one. */
  key?: Buffer | string | null
  /** `null` is a tombstone. */
  value: Buffer | string | null
  /** Overrides the partitioner. */
  partition?: number
  headers?: IHeaders
  /** Milliseconds since the Unix epoch, decimal. Default: now. */
  timestamp?: string
}

interface MessageSetEntry {
  key: Buffer | null
  value: Buffer | null
  timestamp: string
  attributes: number
  offset: string
  size: number
  headers?: never
}

interface RecordBatchEntry {
  key: Buffer | null
  value: Buffer | null
  /** Milliseconds since the Unix epoch, decimal. */
  timestamp: string
  attributes: number
  /** Decimal. */
  offset: string
  headers: IHeaders
  size?: never
}

/** A message as read. Key, value and headers are views into the bytes that came; copy what has to live on for long. */
export type KafkaMessage = MessageSetEntry | RecordBatchEntry
