import { KafkaJSNonRetriableError, nameErrorClass, type ErrorSource } from './kafkajs-error'

/** An option is wrong. Thrown while a client is being made, before anything is connected. */
export class KafkaConfigError extends KafkaJSNonRetriableError {
  static {
    nameErrorClass(this, 'KafkaConfigError')
  }

  /** Path of the option, e.g. `retry.factor` or `brokers[1]`. */
  readonly option: string
  /** What is wrong with it and what would be right. */
  readonly reason: string
  /** What was given, as text; secrets are left out. */
  readonly received: string | undefined

  constructor(
    message: string | Error | ErrorSource,
    details: { option: string; reason: string; received?: string | undefined; cause?: unknown }
  ) {
    super(message, { cause: details.cause })
    this.option = details.option
    this.reason = details.reason
    this.received = details.received
  }
}
