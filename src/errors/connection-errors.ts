import { KafkaJSError, KafkaJSNonRetriableError, nameErrorClass, type ErrorSource, type Outcome } from './kafkajs-error'

type Source = string | Error | ErrorSource

/** No connection, or it broke. */
export class KafkaJSConnectionError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSConnectionError')
  }

  /** `host:port` */
  readonly broker: string
  /** The operating system's word, e.g. `ECONNREFUSED`. */
  declare readonly code?: string
  /** Name or address that was to be connected to. */
  declare readonly host?: string
  declare readonly port?: number
  /** The address that the name led to. */
  declare readonly address?: string
  /** The step of the set-up that failed: `dns`, `tcp`, `tls`, `api-versions` or `sasl`. */
  declare readonly stage?: string

  constructor(
    message?: Source,
    options: {
      broker?: string | undefined
      code?: string | undefined
      host?: string | undefined
      port?: number | undefined
      address?: string | undefined
      stage?: string | undefined
      cause?: unknown
      outcome?: Outcome | undefined
      retriable?: boolean | undefined
      helpUrl?: string | undefined
    } = {}
  ) {
    super(message, options)
    this.broker = options.broker as string
    if (options.host !== undefined) this.host = options.host
    if (options.port !== undefined) this.port = options.port
    if (options.address !== undefined) this.address = options.address
    if (options.stage !== undefined) this.stage = options.stage
  }
}

/** The connection was closed, by the broker or by this client, while something waited for it. */
export class KafkaJSConnectionClosedError extends KafkaJSConnectionError {
  static {
    nameErrorClass(this, 'KafkaJSConnectionClosedError')
  }

  declare readonly host: string
  declare readonly port: number

  constructor(
    message?: Source,
    options: { host?: string; port?: number; code?: string; cause?: unknown; outcome?: Outcome | undefined } = {}
  ) {
    super(message, { ...options, broker: `${options.host}:${options.port}` })
  }
}

/** No response came in time; times are ms since the Unix epoch, durations ms. */
export class KafkaJSRequestTimeoutError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSRequestTimeoutError')
  }

  /** `host:port` */
  readonly broker: string
  readonly correlationId: number
  /** When the request was made. */
  readonly createdAt: number
  /** When it was handed to the socket. */
  readonly sentAt: number
  /** How long it waited before that. */
  readonly pendingDuration: number

  constructor(
    message?: Source,
    options: {
      broker?: string
      clientId?: string
      correlationId?: number
      createdAt?: number
      sentAt?: number
      pendingDuration?: number
      cause?: unknown
      outcome?: Outcome | undefined
    } = {}
  ) {
    super(message, { cause: options.cause, outcome: options.outcome })
    this.broker = options.broker as string
    this.correlationId = options.correlationId as number
    this.createdAt = options.createdAt as number
    this.sentAt = options.sentAt as number
    this.pendingDuration = options.pendingDuration as number
  }
}

/** The broker did not accept the credentials or the mechanism. */
export class KafkaJSSASLAuthenticationError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSSASLAuthenticationError')
  }
}

/** The cluster's metadata has no broker with this id. */
export class KafkaJSBrokerNotFound extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSBrokerNotFound')
  }
}

/** No broker could be reached. */
export class KafkaJSNoBrokerAvailableError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSNoBrokerAvailableError')
  }

  constructor(message: Source = 'No broker available', options: { cause?: unknown; outcome?: Outcome | undefined } = {}) {
    super(message, options)
  }
}
