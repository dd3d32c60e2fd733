import { runInNewContext } from 'node:vm'
import { inspect } from 'node:util'
import { isKafkaJSError, KafkaJSError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from '../../src/errors/kafkajs-error'
import { KafkaConfigError } from '../../src/errors/config-errors'

describe('KafkaJSError', () => {
  it('is retriable unless told otherwise', () => {
    expect(new KafkaJSError('x').retriable).toBe(true)
    expect(new KafkaJSError('x', { retriable: false }).retriable).toBe(false)
    expect(new KafkaJSNonRetriableError('x').retriable).toBe(false)
  })

  it('has its literal name on the first line of its stack and as an own field', () => {
    const error = new KafkaConfigError('wrong', { option: 'brokers', reason: 'wrong' })
    expect(error.stack?.split('\n')[0]).toBe('KafkaConfigError: wrong')
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'KafkaConfigError',
      retriable: false,
      option: 'brokers',
      reason: 'wrong'
    })
  })

  it('prints no fields that have no value', () => {
    expect(inspect(new KafkaJSError('x'))).not.toContain('undefined')
  })

  it('takes an error as its source and keeps it as the cause', () => {
    const source = Object.assign(new Error('socket hang up'), { helpUrl: 'https://example.test/' })
    const error = new KafkaJSError(source)
    expect(error).toMatchObject({ message: 'socket hang up', helpUrl: 'https://example.test/' })
    expect(error.cause).toBe(source)
    const other = new Error('other')
    expect(new KafkaJSError(source, { cause: other }).cause).toBe(other)
  })

  it('carries code, outcome and help', () => {
    const error = new KafkaJSError('x', { code: 'ECONNRESET', outcome: 'maybe-applied', helpUrl: 'https://example.test/' })
    expect(error).toMatchObject({ code: 'ECONNRESET', outcome: 'maybe-applied', helpUrl: 'https://example.test/' })
  })

  it('gives a subclass of the application the name of its parent, as KafkaJS does', () => {
    class Mine extends KafkaJSNonRetriableError {}
    expect(new Mine('x').name).toBe('KafkaJSNonRetriableError')
  })
})

describe('KafkaJSNumberOfRetriesExceeded', () => {
  it('shows the stack of the last failure', () => {
    const cause = new KafkaJSError('no leader')
    const error = new KafkaJSNumberOfRetriesExceeded(cause, { retryCount: 5, retryTime: 9000 })
    expect(error).toMatchObject({ message: 'no leader', retriable: false, retryCount: 5, retryTime: 9000 })
    expect(error.cause).toBe(cause)
    expect(error.stack).toBe(`KafkaJSNumberOfRetriesExceeded\n  Caused by: ${cause.stack}`)
  })
})

describe('isKafkaJSError', () => {
  it('knows the errors of another copy of the library', () => {
    const foreign: unknown = runInNewContext(
      `class KafkaJSError extends Error {}
       Object.defineProperty(KafkaJSError.prototype, Symbol.for('kafkajs.error'), { value: true })
       new KafkaJSError('x')`
    )
    expect(foreign instanceof KafkaJSError).toBe(false)
    expect(isKafkaJSError(foreign)).toBe(true)
    expect(isKafkaJSError(new KafkaJSNonRetriableError('x'))).toBe(true)
  })

  it.each([[undefined], [null], ['KafkaJSError'], [new Error('KafkaJSError')], [{ name: 'KafkaJSError' }]])('says no to %p', value => {
    expect(isKafkaJSError(value)).toBe(false)
  })
})
