import { kafkajsInternals, ours, theirs, type CaughtError, type ErrorClass } from './both'
import { errorCodes } from '../../src/errors/error-table'
import { protocolError } from '../../src/errors/protocol-error'

type Library = Record<string, ErrorClass>

interface Side {
  errors: Library
  fromCode: (code: number) => CaughtError
}

const { createErrorFromCode } = kafkajsInternals('protocol/error') as { createErrorFromCode: (code: number) => CaughtError }
const kafkajsSide: Side = { errors: theirs, fromCode: createErrorFromCode }
const odradekSide: Side = { errors: ours, fromCode: code => protocolError(code) as unknown as CaughtError }

/** What calls of either library reject with. */
const thrown: Record<string, (side: Side) => CaughtError> = {
  'topic exists': ({ errors, fromCode }) => {
    const inner = new errors['KafkaJSCreateTopicError'](fromCode(errorCodes.TOPIC_ALREADY_EXISTS), 'orders')
    return new errors['KafkaJSAggregateError']('Topic creation errors', [inner])
  },
  'unknown topic': ({ fromCode }) => fromCode(errorCodes.UNKNOWN_TOPIC_OR_PARTITION),
  'not the leader': ({ fromCode }) => fromCode(errorCodes.NOT_LEADER_OR_FOLLOWER),
  'not the coordinator': ({ fromCode }) => fromCode(errorCodes.NOT_COORDINATOR),
  rebalancing: ({ fromCode }) => fromCode(errorCodes.REBALANCE_IN_PROGRESS),
  unauthorized: ({ fromCode }) => fromCode(errorCodes.TOPIC_AUTHORIZATION_FAILED),
  'group not empty': ({ errors, fromCode }) =>
    new errors['KafkaJSDeleteGroupsError']('Error in DeleteGroups', [
      { groupId: 'g', errorCode: 68, error: fromCode(errorCodes.NON_EMPTY_GROUP) }
    ]),
  'retries exceeded': ({ errors, fromCode }) =>
    new errors['KafkaJSNumberOfRetriesExceeded'](fromCode(errorCodes.LEADER_NOT_AVAILABLE), { retryCount: 5, retryTime: 5000 }),
  refused: ({ errors }) => new errors['KafkaJSConnectionError']('Connection error', { broker: 'h:1', code: 'ECONNREFUSED' }),
  closed: ({ errors }) => new errors['KafkaJSConnectionClosedError']('Closed connection', { host: 'h', port: 1 }),
  'timed out': ({ errors }) => new errors['KafkaJSRequestTimeoutError']('Request timed out', { broker: 'h:1', correlationId: 7 }),
  'wrong password': ({ errors }) => new errors['KafkaJSSASLAuthenticationError']('SASL PLAIN authentication failed'),
  'no codec': ({ errors }) => new errors['KafkaJSNotImplemented']('Snappy compression not implemented'),
  'lock timed out': ({ errors }) => new errors['KafkaJSLockTimeout']('Timeout while acquiring lock'),
  'bad call': ({ errors }) => new errors['KafkaJSNonRetriableError']('Invalid topic'),
  'no metadata': ({ errors }) => new errors['KafkaJSTopicMetadataNotLoaded']('Topic metadata not loaded', { topic: 'orders' }),
  'not ours': () => new TypeError('x is not a function') as unknown as CaughtError
}

const typeOf = (e: CaughtError | undefined): unknown => e?.['type']
const causeOf = (e: CaughtError): CaughtError | undefined => e.cause as CaughtError | undefined
const innerOf = (e: CaughtError): CaughtError[] => (e['errors'] ?? e['groups'] ?? []) as CaughtError[]

/** Conditions as applications write them, in each manner that is in use: instanceof, name, type, code, retriable, cause, inner errors. */
const conditions: Record<string, (e: CaughtError, errors: Library) => unknown> = {
  'instanceof KafkaJSError': (e, { KafkaJSError }) => e instanceof KafkaJSError,
  'instanceof KafkaJSNonRetriableError': (e, { KafkaJSNonRetriableError }) => e instanceof KafkaJSNonRetriableError,
  'instanceof KafkaJSProtocolError': (e, { KafkaJSProtocolError }) => e instanceof KafkaJSProtocolError,
  'instanceof KafkaJSConnectionError': (e, { KafkaJSConnectionError }) => e instanceof KafkaJSConnectionError,
  'instanceof KafkaJSTimeout': (e, { KafkaJSTimeout }) => e instanceof KafkaJSTimeout,
  'instanceof KafkaJSMetadataNotLoaded': (e, { KafkaJSMetadataNotLoaded }) => e instanceof KafkaJSMetadataNotLoaded,
  'the name': e => e.name,
  'the name of the constructor': e => e.constructor.name,
  'the name begins with KafkaJS': e => e.name.startsWith('KafkaJS'),
  'the type': e => typeOf(e),
  'the code': e => e['code'],
  'retriable is true': e => e['retriable'] === true,
  'retriable is not false': e => e['retriable'] !== false,
  'topic exists already': e => typeOf(e) === 'TOPIC_ALREADY_EXISTS' || innerOf(e).every(inner => typeOf(inner) === 'TOPIC_ALREADY_EXISTS'),
  'topics of the inner errors': e => innerOf(e).map(inner => inner['topic']),
  'types of the inner errors of groups': e => innerOf(e).map(inner => typeOf(inner['error'] as CaughtError | undefined)),
  'type of the cause': e => typeOf(causeOf(e)),
  'name of the cause': e => causeOf(e)?.name,
  'number of retries': e => [e['retryCount'], e['retryTime']],
  'broker that failed': e => e['broker'],
  'a network word': e => ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'].includes(String(e['code'])),
  // Without `helpUrl`, which in KafkaJS leads to KafkaJS's own pages.
  'keys that a logger spreads': e =>
    Object.entries(e)
      .filter(([key, value]) => value !== undefined && key !== 'helpUrl')
      .map(([key]) => key)
      .sort()
}

describe.each(Object.keys(thrown))('a catch block that gets "%s"', what => {
  it.each(Object.keys(conditions))('decides the same by %s', condition => {
    const judge = ({ errors, fromCode }: Side): unknown => conditions[condition](thrown[what]({ errors, fromCode }), errors)
    expect(judge(odradekSide)).toEqual(judge(kafkajsSide))
  })
})
