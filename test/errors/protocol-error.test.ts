import { errorCodes, errorEntries } from '../../src/errors/error-table'
import { protocolError } from '../../src/errors/protocol-error'
import { KafkaJSProtocolError } from '../../src/errors/protocol-errors'

describe('protocolError', () => {
  it.each(errorEntries.map(entry => [entry.name, entry] as const))('makes an error of %s', (_name, entry) => {
    const error = protocolError(entry.code)
    expect(error).toBeInstanceOf(KafkaJSProtocolError)
    expect(error).toMatchObject({
      name: 'KafkaJSProtocolError',
      message: entry.message,
      type: entry.type,
      code: entry.code,
      retriable: entry.retriable
    })
    expect('serverMessage' in error).toBe(false)
  })

  it('keeps the real number of a code that it does not know', () => {
    expect(protocolError(4711)).toMatchObject({ type: 'KAFKAJS_UNKNOWN_ERROR_CODE', code: 4711, retriable: false })
  })

  it('adds what the broker said and what the request was about', () => {
    const cause = new Error('earlier')
    const error = protocolError(errorCodes.NOT_LEADER_OR_FOLLOWER, 'moved to 3', {
      apiName: 'Produce',
      apiVersion: 12,
      broker: 'b1:9092',
      topic: 'orders',
      partition: 0,
      outcome: 'maybe-applied',
      cause
    })
    expect(error.message).toBe(
      'The broker is no longer the leader, or no replica, of the partition: moved to 3 (api Produce, version 12, broker b1:9092, topic orders, partition 0)'
    )
    expect(error).toMatchObject({ serverMessage: 'moved to 3', outcome: 'maybe-applied' })
    expect(error.cause).toBe(cause)
  })

  it.each([[null], [''], [undefined]])('does without words of the broker (%p)', words => {
    const error = protocolError(errorCodes.NOT_CONTROLLER, words, { groupId: 'g' })
    expect(error.message).toBe('The broker is not the controller (group g)')
    expect('serverMessage' in error).toBe(false)
  })
})
