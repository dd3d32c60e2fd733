import { types } from 'node:util'

/** Present on every error of this library, and the same symbol in every copy of it that one process loads. */
const brand = Symbol.for('kafkajs.error')

/**
 * What became of a write that failed: `not-applied` means that no broker can have stored it,
 * `maybe-applied` that one may have, so that repeating it can store it twice.
 */
export type Outcome = 'not-applied' | 'maybe-applied'

/** What an error can be made from: a text, an error, or an entry of the error table. */
export interface ErrorSource {
  readonly message: string
  readonly helpUrl?: string | undefined
  readonly stack?: string | undefined
}

/** Second argument of the constructor of {@link KafkaJSError}. */
export interface KafkaJSErrorOptions {
  /** Whether the same call can succeed when repeated. Default true, as in KafkaJS. */
  readonly retriable?: boolean | undefined
  /** What led to this error. When the first argument is itself an error, that one is the default. */
  readonly cause?: unknown
  /** Number of a protocol error, or a word of the operating system such as `ECONNREFUSED`. */
  readonly code?: string | number | undefined
  /** See {@link Outcome}; only for errors of writes. */
  readonly outcome?: Outcome | undefined
  /** Page that says more. */
  readonly helpUrl?: string | undefined
}

/**
 * Gives an error class its literal `name`. It sits on the prototype, so that the first line of `stack` has it,
 * which V8 writes while `Error`'s own constructor runs; a minifier that renames classes changes nothing.
 */
export function nameErrorClass(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, writable: true, configurable: true, enumerable: false })
}

/** Parent of the errors of this library. Take `retriable` and `code` to decide, `message` to read. */
export class KafkaJSError extends Error {
  static {
    nameErrorClass(this, 'KafkaJSError')
    Object.defineProperty(this.prototype, brand, { value: true })
  }

  /** Whether the same call can succeed when repeated. */
  readonly retriable: boolean
  /** Number of a protocol error, or a word of the operating system such as `ECONNREFUSED`. */
  declare readonly code?: string | number
  /** Only on errors of writes. */
  declare readonly outcome?: Outcome
  /** Page that says more. */
  declare readonly helpUrl?: string
  /** What led to this error. */
  declare readonly cause?: Error

  constructor(message: string | Error | ErrorSource = '', options: KafkaJSErrorOptions = {}) {
    const cause = options.cause ?? (isError(message) ? message : undefined)
    super(typeof message === 'string' ? message : message.message, cause === undefined ? undefined : { cause })
    // An own, enumerable name, as KafkaJS has it: loggers that spread or serialize errors show it.
    const { name } = this
    this.name = name
    this.retriable = options.retriable ?? true
    const helpUrl = options.helpUrl ?? (typeof message === 'string' ? undefined : (message as ErrorSource).helpUrl)
    if (options.code !== undefined) assign(this, 'code', options.code)
    if (options.outcome !== undefined) assign(this, 'outcome', options.outcome)
    if (helpUrl !== undefined) assign(this, 'helpUrl', helpUrl)
  }
}

/** Errors of Node's own and of other contexts (a test's, a vm's) are errors, too, though not by `instanceof`. */
export function isError(value: unknown): value is Error {
  return types.isNativeError(value)
}

/** Writes an optional field only when it has a value, so that printed errors carry no `undefined` lines. */
function assign(error: KafkaJSError, field: string, value: unknown): void {
  Object.defineProperty(error, field, { value, writable: true, configurable: true, enumerable: true })
}

/** An error that repeating the call does not cure. */
export class KafkaJSNonRetriableError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSNonRetriableError')
  }

  constructor(message?: string | Error | ErrorSource, options: Omit<KafkaJSErrorOptions, 'retriable'> = {}) {
    super(message, { ...options, retriable: false })
  }
}

/** All retries failed; `cause` is the last error. */
export class KafkaJSNumberOfRetriesExceeded extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSNumberOfRetriesExceeded')
  }

  /** How often the call was repeated. */
  readonly retryCount: number
  /** The wait in ms that would have come next. */
  readonly retryTime: number

  constructor(
    message?: string | Error | ErrorSource,
    options: { retryCount?: number; retryTime?: number; outcome?: Outcome | undefined; cause?: unknown } = {}
  ) {
    super(message, { cause: isError(message) ? message : options.cause, outcome: options.outcome })
    this.retryCount = options.retryCount as number
    this.retryTime = options.retryTime as number
    const causedBy = isError(message) ? message.stack : undefined
    if (causedBy !== undefined) this.stack = `${this.name}\n  Caused by: ${causedBy}`
  }
}

/**
 * Whether a value is an error of this library (or of another copy of it in the same process, where
 * `instanceof` says no).
 */
export function isKafkaJSError(value: unknown): value is KafkaJSError {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true
}
