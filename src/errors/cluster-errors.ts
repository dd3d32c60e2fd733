import { KafkaJSError, KafkaJSNonRetriableError, nameErrorClass, type ErrorSource, type KafkaJSErrorOptions } from './kafkajs-error'

type Source = string | Error | ErrorSource

/** Metadata was needed before any had been fetched. */
export class KafkaJSMetadataNotLoaded extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSMetadataNotLoaded')
  }
}

/** The metadata of one topic is not there (yet). */
export class KafkaJSTopicMetadataNotLoaded extends KafkaJSMetadataNotLoaded {
  static {
    nameErrorClass(this, 'KafkaJSTopicMetadataNotLoaded')
  }

  readonly topic: string

  constructor(message?: Source, options: { topic?: string } & KafkaJSErrorOptions = {}) {
    super(message, options)
    this.topic = options.topic as string
  }
}

/** A group assignment names partitions that the metadata does not know. */
export class KafkaJSStaleTopicMetadataAssignment extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSStaleTopicMetadataAssignment')
  }

  readonly topic: string
  readonly unknownPartitions: readonly unknown[]

  constructor(message?: Source, options: { topic?: string; unknownPartitions?: readonly unknown[] } & KafkaJSErrorOptions = {}) {
    super(message, options)
    this.topic = options.topic as string
    this.unknownPartitions = options.unknownPartitions as readonly unknown[]
  }
}

/** No broker would say who coordinates the group. */
export class KafkaJSGroupCoordinatorNotFound extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSGroupCoordinatorNotFound')
  }
}

/** The broker does not offer an API that is needed. */
export class KafkaJSServerDoesNotSupportApiKey extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSServerDoesNotSupportApiKey')
  }

  readonly apiKey: number
  readonly apiName: string

  constructor(message?: Source, options: { apiKey?: number; apiName?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.apiKey = options.apiKey as number
    this.apiName = options.apiName as string
  }
}

/** No version of an API fits: broker and client have none in common, or the one in use cannot carry a field that was set. */
export class KafkaUnsupportedVersionError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaUnsupportedVersionError')
  }

  /** Name of the API or message, e.g. `Fetch`. */
  readonly apiName: string | undefined
  readonly apiKey: number | undefined
  /** The version that was asked for. */
  readonly version: number | undefined
  /** The field that this version does not have. */
  readonly field: string | undefined

  constructor(message?: Source, options: { apiName?: string; apiKey?: number; version?: number; field?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.apiName = options.apiName
    this.apiKey = options.apiKey
    this.version = options.version
    this.field = options.field
  }
}

/** The member's fetch or heartbeat stopped because its group rebalances. */
export class KafkaJSFetcherRebalanceError extends Error {
  static {
    nameErrorClass(this, 'KafkaJSFetcherRebalanceError')
  }
}
