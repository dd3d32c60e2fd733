import { KafkaConfigError } from '../../src/errors/config-errors'
import { KafkaUnsupportedVersionError } from '../../src/errors/cluster-errors'
import { KafkaJSConnectionClosedError, KafkaJSConnectionError, KafkaJSRequestTimeoutError } from '../../src/errors/connection-errors'
import { KafkaCorruptRecordError, KafkaDecodeError, KafkaDecompressionError, KafkaFrameError } from '../../src/errors/decode-errors'
import { errorCodes, errorEntry } from '../../src/errors/error-table'
import { KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../../src/errors/kafkajs-error'
import { KafkaAuthorizationError, KafkaJSProtocolError, KafkaRebalanceError } from '../../src/errors/protocol-errors'
import { KafkaClosedError, KafkaDeliveryTimeoutError, KafkaJSTimeout, KafkaUsageError } from '../../src/errors/usage-errors'

const cause = new Error('the cause')

describe('classes that KafkaJS does not have', () => {
  it.each([
    ['KafkaConfigError', new KafkaConfigError('m', { option: 'o', reason: 'r', cause })],
    ['KafkaUsageError', new KafkaUsageError('m', { cause })],
    ['KafkaClosedError', new KafkaClosedError('m', { cause })],
    ['KafkaDeliveryTimeoutError', new KafkaDeliveryTimeoutError('m', { outcome: 'maybe-applied', cause })],
    ['KafkaUnsupportedVersionError', new KafkaUnsupportedVersionError('m', { cause })],
    ['KafkaDecodeError', new KafkaDecodeError('m', { cause })],
    ['KafkaFrameError', new KafkaFrameError('m', { cause })],
    ['KafkaCorruptRecordError', new KafkaCorruptRecordError('m', { cause })],
    ['KafkaDecompressionError', new KafkaDecompressionError('m', { cause })]
  ])('%s cannot be retried and has name and cause', (name, error) => {
    expect(error).toBeInstanceOf(KafkaJSNonRetriableError)
    expect(error).toMatchObject({ name, message: 'm', retriable: false })
    expect(error.cause).toBe(cause)
  })

  it('say where bytes were wrong', () => {
    const error = new KafkaCorruptRecordError('checksum', { topic: 't', partition: 3, offset: 12n })
    expect(error).toBeInstanceOf(KafkaDecodeError)
    expect(Object.fromEntries(Object.entries(error))).toEqual({
      name: 'KafkaCorruptRecordError',
      retriable: false,
      topic: 't',
      partition: 3,
      offset: '12'
    })
    expect(Object.fromEntries(Object.entries(new KafkaFrameError('too long')))).toEqual({ name: 'KafkaFrameError', retriable: false })
  })

  it('say which version lacks what', () => {
    const error = new KafkaUnsupportedVersionError('m', { apiName: 'Fetch', apiKey: 1, version: 4, field: 'rackId' })
    expect(error).toMatchObject({ apiName: 'Fetch', apiKey: 1, version: 4, field: 'rackId' })
  })

  it('say what became of the records', () => {
    const error = new KafkaDeliveryTimeoutError('late', { outcome: 'not-applied' })
    expect(error).toBeInstanceOf(KafkaJSTimeout)
    expect(error.outcome).toBe('not-applied')
  })

  it.each([
    ['KafkaRebalanceError', KafkaRebalanceError, errorCodes.ILLEGAL_GENERATION, { groupId: 'g' }],
    ['KafkaAuthorizationError', KafkaAuthorizationError, errorCodes.TOPIC_AUTHORIZATION_FAILED, { resource: 'topic "t"' }]
  ] as const)('%s is a protocol error with type, code and context', (name, ErrorClass, code, context) => {
    const error = new ErrorClass(errorEntry(code), { ...context, serverMessage: 'no', cause })
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({ name, code, type: errorEntry(code).type, retriable: false, serverMessage: 'no', ...context })
    expect(error.cause).toBe(cause)
  })
})

describe('classes of KafkaJS', () => {
  it('carry cause and outcome when they are given', () => {
    const outcome = 'maybe-applied'
    for (const error of [
      new KafkaJSConnectionError('m', { broker: 'h:1', cause, outcome }),
      new KafkaJSConnectionClosedError('m', { host: 'h', port: 1, code: 'ECONNRESET', cause, outcome }),
      new KafkaJSRequestTimeoutError('m', { broker: 'h:1', cause, outcome }),
      new KafkaJSNumberOfRetriesExceeded('m', { retryCount: 1, retryTime: 2, cause, outcome })
    ]) {
      expect(error.outcome).toBe(outcome)
      expect(error.cause).toBe(cause)
    }
    expect(new KafkaJSConnectionClosedError('m', { host: 'h', port: 1, code: 'ECONNRESET' })).toMatchObject({
      broker: 'h:1',
      code: 'ECONNRESET'
    })
    expect(new KafkaJSConnectionError('m', { retriable: false }).retriable).toBe(false)
  })

  it('show the cause apart from the fields, so that a logger that spreads them shows it once', () => {
    expect(Object.keys(new KafkaJSConnectionError('m', { cause }))).not.toContain('cause')
  })
})
