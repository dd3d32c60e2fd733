import type { ObservedError, Role } from '../history/history-line'
import type { Invariant } from './invariant'

/** What an application may see for an error of Kafka. What is not said is not checked. */
interface Expected {
  /** Any of them. */
  classes?: readonly string[]
  outcome?: 'not-applied' | 'maybe-applied'
  category?: string
}

interface Contract {
  producer?: Expected
  transaction?: Expected
  consumer?: Expected
}

const exhausted = ['KafkaJSNumberOfRetriesExceeded', 'KafkaDeliveryTimeoutError']
const protocol = ['KafkaJSProtocolError']
const retried = [...exhausted, ...protocol, 'KafkaJSRequestTimeoutError', 'KafkaJSConnectionClosedError']
const refused = ['KafkaJSProtocolError', 'KafkaJSNonRetriableError', 'KafkaAuthorizationError']
const rebalanced = ['KafkaRebalanceError', ...protocol]

const movedLeader: Contract = { producer: { classes: retried, outcome: 'maybe-applied' }, transaction: { outcome: 'maybe-applied' } }
const unknownTopic: Contract = { producer: { classes: retried, outcome: 'not-applied' } }
const indefinite: Contract = { producer: { classes: retried, outcome: 'maybe-applied' }, transaction: { outcome: 'maybe-applied' } }
const badRecord: Contract = {
  producer: { classes: refused, outcome: 'not-applied' },
  transaction: { outcome: 'not-applied', category: 'abortable' }
}
const fenced: Contract = { transaction: { category: 'fatal', outcome: 'not-applied' } }
const unauthorised: Contract = { producer: { classes: refused, outcome: 'not-applied' }, consumer: { classes: refused } }
const groupLost: Contract = { consumer: { classes: rebalanced }, transaction: { category: 'abortable' } }

/** The decision table for the codes that matter, by Kafka's names. */
const contracts: Record<string, Contract> = {
  NOT_LEADER_OR_FOLLOWER: movedLeader,
  FENCED_LEADER_EPOCH: movedLeader,
  UNKNOWN_LEADER_EPOCH: movedLeader,
  LEADER_NOT_AVAILABLE: movedLeader,
  REPLICA_NOT_AVAILABLE: movedLeader,
  KAFKA_STORAGE_ERROR: movedLeader,
  UNKNOWN_TOPIC_OR_PARTITION: unknownTopic,
  UNKNOWN_TOPIC_ID: unknownTopic,
  INCONSISTENT_TOPIC_ID: unknownTopic,
  NOT_ENOUGH_REPLICAS: { producer: { classes: retried, outcome: 'not-applied' } },
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: indefinite,
  REQUEST_TIMED_OUT: indefinite,
  NETWORK_EXCEPTION: { producer: { outcome: 'maybe-applied' } },
  UNKNOWN_SERVER_ERROR: { producer: { outcome: 'maybe-applied' }, transaction: { outcome: 'maybe-applied' } },
  OUT_OF_ORDER_SEQUENCE_NUMBER: { producer: { outcome: 'maybe-applied' }, transaction: { category: 'abortable' } },
  UNKNOWN_PRODUCER_ID: { producer: { outcome: 'not-applied' }, transaction: { category: 'abortable' } },
  INVALID_PRODUCER_ID_MAPPING: { producer: { outcome: 'not-applied' }, transaction: { category: 'abortable' } },
  INVALID_PRODUCER_EPOCH: { transaction: { outcome: 'not-applied' } },
  PRODUCER_FENCED: fenced,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: fenced,
  INVALID_TXN_STATE: fenced,
  TRANSACTION_COORDINATOR_FENCED: fenced,
  TRANSACTION_ABORTABLE: { transaction: { category: 'abortable', outcome: 'not-applied' } },
  OPERATION_NOT_ATTEMPTED: { transaction: { category: 'abortable', outcome: 'not-applied' } },
  MESSAGE_TOO_LARGE: badRecord,
  INVALID_RECORD: badRecord,
  INVALID_TIMESTAMP: badRecord,
  TOPIC_AUTHORIZATION_FAILED: unauthorised,
  GROUP_AUTHORIZATION_FAILED: { consumer: { classes: refused } },
  ILLEGAL_GENERATION: groupLost,
  UNKNOWN_MEMBER_ID: groupLost,
  REBALANCE_IN_PROGRESS: groupLost,
  FENCED_INSTANCE_ID: { consumer: { category: 'fatal' }, transaction: { category: 'abortable' } },
  OFFSET_OUT_OF_RANGE: { consumer: { classes: ['KafkaJSOffsetOutOfRange'] } },
  SASL_AUTHENTICATION_FAILED: { producer: { classes: ['KafkaJSSASLAuthenticationError'], outcome: 'not-applied' } },
  UNSUPPORTED_VERSION: { producer: { outcome: 'not-applied' } },
  INVALID_REQUEST: { producer: { outcome: 'not-applied' } }
}

/** No code of Kafka's table: nobody knows what it means, so a write may have been applied. */
const unknownCode: Contract = { producer: { outcome: 'maybe-applied' }, transaction: { outcome: 'maybe-applied' } }

/** An error that leaves the client has one of the client's classes. */
const ownClass = /^Kafka(JS)?[A-Z]\w*$/

/**
 * I15: class, category, outcome and cause of an error are what the decision table says for what the broker answered. A write error always
 * has an outcome; what gave up after retries names what it gave up on; a category is only held against errors that have one.
 */
export const errorContract: Invariant = {
  id: 'I15',
  name: 'error contract',
  check(history, report) {
    for (const { note, line } of history.notes('error')) {
      for (const trouble of breaches(note.role, note.kafkaError, note.observed)) {
        report(`${note.kafkaError} reached the ${note.role} of ${note.process} as ${note.observed.class} ${trouble}`, [line])
      }
    }
  }
}

function breaches(role: Role, kafkaError: string, observed: ObservedError): string[] {
  const expected = (contracts[kafkaError] ?? (/^[A-Z_]+$/.test(kafkaError) ? {} : unknownCode))[role] ?? {}
  const { classes, outcome, category } = expected
  const found: string[] = []
  if (!ownClass.test(observed.class)) found.push('which is none of the client')
  else if (classes !== undefined && !classes.includes(observed.class)) found.push(`instead of ${classes.join(' or ')}`)
  if (role !== 'consumer' && observed.outcome === undefined) found.push('without an outcome')
  else if (outcome !== undefined && role !== 'consumer' && observed.outcome !== outcome)
    found.push(`with ${observed.outcome} instead of ${outcome}`)
  if (category !== undefined && observed.category !== undefined && observed.category !== category) {
    found.push(`with category ${observed.category} instead of ${category}`)
  }
  if (exhausted.includes(observed.class) && observed.cause === undefined) found.push('without a cause')
  return found
}
