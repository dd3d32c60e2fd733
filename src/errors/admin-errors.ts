import { KafkaJSError, nameErrorClass, type ErrorSource } from './kafkajs-error'

/** Some groups could not be deleted. */
export class KafkaJSDeleteGroupsError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSDeleteGroupsError')
  }

  /** The groups that failed, each with its error. */
  readonly groups: { groupId: string; errorCode?: number; error?: KafkaJSError }[]

  constructor(message?: string | Error | ErrorSource, groups: { groupId: string; errorCode?: number; error?: KafkaJSError }[] = []) {
    super(message)
    this.groups = groups
  }
}

/** One partition of a `deleteTopicRecords` call. */
export interface DeleteTopicRecordsErrorPartition {
  readonly partition: number
  readonly offset: string
  readonly error?: KafkaJSError | null
}

/** Records of some partitions could not be deleted. Retriable when the error of every partition that failed is. */
export class KafkaJSDeleteTopicRecordsError extends KafkaJSError {
  static {
    nameErrorClass(this, 'KafkaJSDeleteTopicRecordsError')
  }

  readonly partitions: DeleteTopicRecordsErrorPartition[]

  constructor({ partitions }: { topic?: string; partitions: DeleteTopicRecordsErrorPartition[] }) {
    const errors = partitions.map(({ error }) => error).filter(error => error !== null && error !== undefined)
    super('Error while deleting records', { retriable: errors.every(({ retriable }) => retriable) })
    this.partitions = partitions
  }
}

/** Several independent operations of one call failed. Not itself a `KafkaJSError`, as in KafkaJS; its parts are. */
export class KafkaJSAggregateError extends Error {
  static {
    nameErrorClass(this, 'KafkaJSAggregateError')
  }

  /** One error per operation that failed. */
  readonly errors: (Error | string)[]

  constructor(message: string | Error, errors: (Error | string)[]) {
    super(typeof message === 'string' ? message : String(message))
    const { name } = this
    this.name = name
    this.errors = errors
  }
}
