import { failureKind, kindOfCode } from '../../src/consumer/failure-policy'
import { KafkaJSConnectionError, KafkaJSRequestTimeoutError, KafkaJSSASLAuthenticationError } from '../../src/errors/connection-errors'
import { KafkaCorruptRecordError } from '../../src/errors/decode-errors'
import { errorEntries } from '../../src/errors/error-table'
import { KafkaJSNumberOfRetriesExceeded } from '../../src/errors/kafkajs-error'
import { protocolError } from '../../src/errors/protocol-error'
import { KafkaClosedError } from '../../src/errors/usage-errors'

const codes = errorEntries.filter(({ code }) => code !== 0)

it.each(codes)(
  '$name: an order to join again never ends the consumer, and only what is hopeless does',
  ({ code, rejoin, fatal, authorization }) => {
    const kind = kindOfCode(code)
    if (rejoin) expect(['rejoin', 'lost']).toContain(kind)
    else expect(kind).toBe(fatal || authorization ? 'fatal' : 'retry')
    expect(failureKind(protocolError(code))).toBe(kind)
  }
)

it('commits after REBALANCE_IN_PROGRESS only: the other orders to join again come too late for that', () => {
  expect(codes.filter(({ code }) => kindOfCode(code) === 'rejoin').map(({ name }) => name)).toEqual([
    'REBALANCE_IN_PROGRESS',
    'MEMBER_ID_REQUIRED'
  ])
  expect(codes.filter(({ code }) => kindOfCode(code) === 'lost').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION'])
  )
})

it('takes a code of a newer broker for one that may go away', () => {
  expect(kindOfCode(9999)).toBe('retry')
})

it.each([
  ['retry', new KafkaJSConnectionError('x', { broker: 'a:1' })],
  ['retry', new KafkaJSRequestTimeoutError('x')],
  ['retry', new KafkaCorruptRecordError('x')],
  ['retry', new KafkaJSNumberOfRetriesExceeded(new KafkaJSConnectionError('x'))],
  ['fatal', new KafkaJSSASLAuthenticationError('x')],
  ['fatal', new TypeError('x')],
  ['closed', new KafkaClosedError('x')]
])('%s: %s', (kind, error) => {
  expect(failureKind(error)).toBe(kind)
})
