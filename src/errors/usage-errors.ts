import { isError, KafkaJSNonRetriableError, nameErrorClass, type ErrorSource, type Outcome } from './kafkajs-error'

type Source = string | Error | ErrorSource

/** A method was called with wrong arguments or at a wrong time. */
export class KafkaUsageError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaUsageError')
  }
}

/** The client is, or is being, disconnected. */
export class KafkaClosedError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaClosedError')
  }
}

/** A feature that is not there. */
export class KafkaJSNotImplemented extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSNotImplemented')
  }
}

/** Something that cannot be is so: a mistake in this library. */
export class KafkaJSInvariantViolation extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSInvariantViolation')
  }

  constructor(message: Source = '', options: { cause?: unknown } = {}) {
    const text = typeof message === 'string' ? message : message.message
    super(`Invariant violated: ${text}. This is likely a bug and should be reported.`, {
      cause: options.cause ?? (isError(message) ? message : undefined)
    })
  }
}

/** Something took longer than it may. */
export class KafkaJSTimeout extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaJSTimeout')
  }
}

/** A lock was not free in time. */
export class KafkaJSLockTimeout extends KafkaJSTimeout {
  static {
    nameErrorClass(this, 'KafkaJSLockTimeout')
  }
}

/** Records were not acknowledged in time; `outcome` says whether a broker may have stored them all the same. */
export class KafkaDeliveryTimeoutError extends KafkaJSTimeout {
  static {
    nameErrorClass(this, 'KafkaDeliveryTimeoutError')
  }

  declare readonly outcome: Outcome

  constructor(message: Source, options: { outcome: Outcome; cause?: unknown }) {
    super(message, { cause: options.cause, outcome: options.outcome })
  }
}
