import { KafkaJSError, nameErrorClass, type ErrorSource, type KafkaJSErrorOptions } from './kafkajs-error'

/** What a protocol error is made from: an entry of the error table, another protocol error, or a text. */
export interface ProtocolErrorSource extends ErrorSource {
  readonly type?: string | undefined
  readonly code?: string | number | undefined
  readonly retriable?: boolean | undefined
}

/** What the failed request was about, as far as it is known. */
export interface ProtocolErrorContext extends KafkaJSErrorOptions {
  /** The broker's own words. */
  readonly serverMessage?: string | null | undefined
}

/** A broker answered with an error code. */
export class KafkaJSProtocolError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSProtocolError')
  }

  /** Name of the code as KafkaJS has it, e.g. `NOT_LEADER_FOR_PARTITION`. */
  readonly type: string
  /** Number of the code. */
  declare readonly code: number
  /** The broker's own words, when it sent any. */
  declare readonly serverMessage?: string

  constructor(source: string | Error | ProtocolErrorSource = '', options: ProtocolErrorContext = {}) {
    const { type, code, retriable } = typeof source === 'string' ? ({} as ProtocolErrorSource) : (source as ProtocolErrorSource)
    super(source, { ...options, retriable: options.retriable ?? retriable, code: options.code ?? code })
    this.type = type as string
    if (typeof options.serverMessage === 'string' && options.serverMessage !== '') this.serverMessage = options.serverMessage
  }
}

/** A fetch asked for an offset that the partition does not have (any more, or yet). */
export class KafkaJSOffsetOutOfRange extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaJSOffsetOutOfRange')
  }

  readonly topic: string
  readonly partition: number

  constructor(source?: string | Error | ProtocolErrorSource, context: { topic?: string; partition?: number } = {}) {
    super(source)
    this.topic = context.topic as string
    this.partition = context.partition as number
  }
}

/** The group coordinator gave a member id with which to join again (KIP-394). */
export class KafkaJSMemberIdRequired extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaJSMemberIdRequired')
  }

  readonly memberId: string

  constructor(source?: string | Error | ProtocolErrorSource, context: { memberId?: string } = {}) {
    super(source)
    this.memberId = context.memberId as string
  }
}

/** One topic of a `createTopics` call could not be made. */
export class KafkaJSCreateTopicError extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaJSCreateTopicError')
  }

  readonly topic: string

  constructor(source?: string | Error | ProtocolErrorSource, topic?: string, options?: ProtocolErrorContext) {
    super(source, options)
    this.topic = topic as string
  }
}

/** One partition of an `alterPartitionReassignments` call was refused. */
export class KafkaJSAlterPartitionReassignmentsError extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaJSAlterPartitionReassignmentsError')
  }

  readonly topic?: string
  readonly partition?: number

  constructor(source?: string | Error | ProtocolErrorSource, topic?: string, partition?: number, options?: ProtocolErrorContext) {
    super(source, options)
    this.topic = topic
    this.partition = partition
  }
}

/**
 * The group has moved on without this member (rebalance, old generation, unknown member), so that what it asked for,
 * a commit for example, was not done.
 */
export class KafkaRebalanceError extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaRebalanceError')
  }

  readonly groupId: string | undefined

  constructor(source?: string | Error | ProtocolErrorSource, context: { groupId?: string } & ProtocolErrorContext = {}) {
    super(source, context)
    this.groupId = context.groupId
  }
}

/** The principal may not do this. */
export class KafkaAuthorizationError extends KafkaJSProtocolError {
  static {
    nameErrorClass(this, 'KafkaAuthorizationError')
  }

  /** What it is about, e.g. `topic "orders"`. */
  readonly resource: string | undefined

  constructor(source?: string | Error | ProtocolErrorSource, context: { resource?: string } & ProtocolErrorContext = {}) {
    super(source, context)
    this.resource = context.resource
  }
}
