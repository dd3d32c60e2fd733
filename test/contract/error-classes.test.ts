import { errorNames, kafkajsInternals, ours, theirs, type CaughtError, type ErrorClass } from './both'
import { errorEntries } from '../../src/errors/error-table'
import { protocolError } from '../../src/errors/protocol-error'

/** KafkaJS calls two errors by their parent's name and leaves one without a name: mistakes that nobody can rely on. */
const otherNames: Record<string, string> = {
  KafkaJSInvalidVarIntError: 'KafkaJSNonRetriableError',
  KafkaJSInvalidLongError: 'KafkaJSNonRetriableError',
  KafkaJSFetcherRebalanceError: 'Error'
}

const source = { message: 'not the leader', type: 'NOT_LEADER_FOR_PARTITION', code: 6, retriable: true, helpUrl: 'https://example.test/' }
const cause = new Error('the cause')

/** Arguments of KafkaJS's constructors, as its own code and users' tests give them. */
const argumentsOf: Record<string, unknown[][]> = {
  KafkaJSError: [['text'], ['text', { retriable: false }], ['text', { cause }], [cause], [source]],
  KafkaJSNonRetriableError: [['text'], ['text', { cause }], [cause]],
  KafkaJSProtocolError: [[source], [source, { retriable: false }], [{ ...source, retriable: false }], ['text'], [cause]],
  KafkaJSOffsetOutOfRange: [[source, { topic: 't', partition: 0 }]],
  KafkaJSMemberIdRequired: [[source, { memberId: 'm' }]],
  KafkaJSCreateTopicError: [[source, 't']],
  KafkaJSAlterPartitionReassignmentsError: [[source, 't', 3], [source]],
  KafkaJSNumberOfRetriesExceeded: [[cause, { retryCount: 5, retryTime: 1000 }]],
  KafkaJSConnectionError: [['text'], ['text', { broker: 'h:1', code: 'ECONNREFUSED' }]],
  KafkaJSConnectionClosedError: [['text', { host: 'h', port: 1 }]],
  KafkaJSRequestTimeoutError: [['text'], ['text', { broker: 'h:1', correlationId: 1, createdAt: 2, sentAt: 3, pendingDuration: 4 }]],
  KafkaJSTopicMetadataNotLoaded: [['text'], ['text', { topic: 't' }]],
  KafkaJSStaleTopicMetadataAssignment: [['text', { topic: 't', unknownPartitions: [1] }]],
  KafkaJSDeleteGroupsError: [['text'], ['text', [{ groupId: 'g', errorCode: 68 }]]],
  KafkaJSServerDoesNotSupportApiKey: [['text', { apiKey: 1, apiName: 'Fetch' }]],
  KafkaJSDeleteTopicRecordsError: [
    [
      {
        partitions: [
          { partition: 0, offset: '1', error: { retriable: true } },
          { partition: 1, offset: '1' }
        ]
      }
    ],
    [{ partitions: [{ partition: 0, offset: '1', error: { retriable: false } }] }]
  ],
  KafkaJSAggregateError: [['text', [cause, 'another']]],
  KafkaJSNoBrokerAvailableError: [[]]
}
const casesOf = (name: string): unknown[][] => argumentsOf[name] ?? [['text']]

/** What catch blocks and loggers read of an error. */
function visible(error: CaughtError): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...error, message: error.message, retriable: error['retriable'], cause: error.cause }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function parents(library: Record<string, ErrorClass>, name: string): string[] {
  return errorNames.filter(other => library[name].prototype instanceof library[other])
}

describe('the error classes of KafkaJS', () => {
  it('are 31', () => {
    expect(errorNames).toHaveLength(31)
  })

  describe.each(errorNames)('%s', name => {
    it('has the same parents', () => {
      expect(parents(ours, name)).toEqual(parents(theirs, name))
      expect(ours[name].prototype).toBeInstanceOf(Error)
    })

    it.each(casesOf(name).map(args => [args]))('made from %j shows the same', args => {
      const their = visible(new theirs[name](...args))
      const our = visible(new ours[name](...args))
      if (their['name'] !== undefined) expect(their['name']).toBe(otherNames[name] ?? name)
      // Here the original error is kept as the cause when the new one is made from it; KafkaJS drops it.
      const kept = args[0] instanceof Error ? { cause: args[0] } : {}
      const { name: _theirName, ...rest } = their
      // Its link leads to where KafkaJS wants to hear of KafkaJS's mistakes.
      if (name === 'KafkaJSInvariantViolation') delete rest['helpUrl']
      expect(our).toEqual({ ...kept, ...rest, ...(their['name'] === undefined ? {} : { name }) })
    })

    it('says its name', () => {
      const error = new ours[name](...casesOf(name)[0])
      expect(error.name).toBe(name)
      expect(String(error.stack).split(/[:\n]/)[0]).toBe(name)
    })
  })

  it('of KafkaJS say what is expected of them', () => {
    for (const name of errorNames) expect(new theirs[name](...casesOf(name)[0]).name).toBe(otherNames[name] ?? name)
  })

  it('may be made without arguments, as they are typed', () => {
    for (const name of ['KafkaJSMetadataNotLoaded', 'KafkaJSBrokerNotFound', 'KafkaJSTimeout', 'KafkaJSNotImplemented']) {
      expect(new ours[name]()).toMatchObject({ name, message: '' })
    }
  })
})

describe('protocol errors', () => {
  const { createErrorFromCode } = kafkajsInternals('protocol/error') as { createErrorFromCode: (code: number) => CaughtError }
  const inTable = errorEntries.filter(({ code }) => code !== 0 && code <= 88)

  it.each(inTable.map(({ name, code }) => [name, code] as const))('%s has the same type, code and retriable', (_name, code) => {
    const { name, type, code: number, retriable } = createErrorFromCode(code)
    expect(protocolError(code)).toMatchObject({ name, type, code: number, retriable })
  })

  it('with a code that KafkaJS does not know keep the code', () => {
    expect(createErrorFromCode(1000)).toMatchObject({ type: 'KAFKAJS_UNKNOWN_ERROR_CODE', code: -99, retriable: false })
    expect(protocolError(1000)).toMatchObject({ type: 'KAFKAJS_UNKNOWN_ERROR_CODE', code: 1000, retriable: false })
  })
})
