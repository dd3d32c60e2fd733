import { inspect } from 'node:util'
import { resolveClientConfig } from '../../src/config/client-config'
import { KafkaConfigError } from '../../src/errors/config-errors'
import { KafkaJSNonRetriableError } from '../../src/errors/kafkajs-error'
import { logLevel } from '../../src/types/enums'

const brokers = ['kafka1:9092']

function errorOf(options: unknown): KafkaConfigError {
  try {
    resolveClientConfig(options)
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaConfigError)
    expect(error).toBeInstanceOf(KafkaJSNonRetriableError)
    return error as KafkaConfigError
  }
  throw new Error('The options were accepted')
}

describe('resolveClientConfig', () => {
  it('completes what is not given', () => {
    const config = resolveClientConfig({ brokers })
    expect(config).toEqual({
      clientId: 'kafkajs',
      bootstrap: expect.any(Function),
      tls: undefined,
      sasl: undefined,
      connectionTimeoutMs: 10_000,
      connectionTimeoutMaxMs: 30_000,
      authenticationTimeoutMs: 10_000,
      requestTimeoutMs: 30_000,
      retry: {
        retries: 5,
        initialRetryTimeMs: 300,
        maxRetryTimeMs: 30_000,
        factor: 0.2,
        multiplier: 2,
        explicitRetries: false,
        restartOnFailure: undefined
      },
      socketFactory: undefined,
      logLevel: logLevel.INFO,
      logCreator: undefined
    })
  })

  it('takes undefined and null as not given', () => {
    const names = ['ssl', 'sasl', 'clientId', 'connectionTimeout', 'requestTimeout', 'enforceRequestTimeout', 'retry', 'logLevel', 'other']
    for (const nothing of [undefined, null]) {
      const options = { brokers, ...Object.fromEntries(names.map(name => [name, nothing])) }
      expect(inspect(resolveClientConfig(options))).toBe(inspect(resolveClientConfig({ brokers })))
    }
  })

  it('keeps what is given', () => {
    const socketFactory = jest.fn()
    const logCreator = jest.fn()
    const config = resolveClientConfig({
      brokers,
      clientId: 'shop',
      connectionTimeout: 45_000,
      authenticationTimeout: 2000,
      requestTimeout: 5000,
      socketFactory,
      logCreator,
      logLevel: logLevel.NOTHING,
      ssl: true,
      sasl: false
    })
    expect(config).toMatchObject({
      clientId: 'shop',
      connectionTimeoutMs: 45_000,
      connectionTimeoutMaxMs: 45_000,
      authenticationTimeoutMs: 2000,
      requestTimeoutMs: 5000,
      logLevel: 0,
      tls: {},
      sasl: undefined
    })
    expect(config.socketFactory).toBe(socketFactory)
    expect(config.logCreator).toBe(logCreator)
  })

  it('waits without limit when time-outs are not enforced', () => {
    expect(resolveClientConfig({ brokers, enforceRequestTimeout: false, requestTimeout: 1000 }).requestTimeoutMs).toBe(Infinity)
  })

  it('is frozen all the way down', () => {
    const config = resolveClientConfig({ brokers, ssl: true, sasl: { mechanism: 'plain', username: 'u', password: 'p' } })
    for (const part of [config, config.retry, config.tls, config.sasl, config.sasl?.password]) expect(Object.isFrozen(part)).toBe(true)
  })

  it.each([
    ['brokerz', { brokers, brokerz: ['x:1'] }, 'Unknown option "brokerz" of the client: did you mean "brokers"?'],
    ['client.id', { brokers, 'client.id': 'x' }, 'Unknown option "client.id" of the client: did you mean "clientId"?'],
    [
      'requestTimeoutMs',
      { brokers, requestTimeoutMs: 1 },
      'Unknown option "requestTimeoutMs" of the client: did you mean "requestTimeout"?'
    ],
    ['retry.retrys', { brokers, retry: { retrys: 3 } }, 'Unknown option "retry.retrys" of the client: did you mean "retry.retries"?'],
    [
      'reauthenticationThreshold',
      { reauthenticationThreshold: 5 },
      'Option "reauthenticationThreshold" of the client: this option is not supported yet'
    ],
    ['clientId', { clientId: '' }, 'Option "clientId" of the client must be a string of 1 to 256 characters, got ""'],
    ['clientId', { clientId: 'x'.repeat(257) }, undefined],
    ['clientId', { clientId: 7 }, 'Option "clientId" of the client must be a string of 1 to 256 characters, got 7'],
    ['connectionTimeout', { connectionTimeout: 99 }, undefined],
    ['requestTimeout', { requestTimeout: '30000' }, undefined],
    [
      'enforceRequestTimeout',
      { enforceRequestTimeout: 'false' },
      'Option "enforceRequestTimeout" of the client must be true or false, got "false"'
    ],
    ['socketFactory', { socketFactory: {} }, 'Option "socketFactory" of the client must be a function, got an object'],
    ['logCreator', { logCreator: 'pino' }, 'Option "logCreator" of the client must be a function, got "pino"'],
    ['logLevel', { logLevel: 3 }, undefined],
    ['logLevel', { logLevel: 'DEBUG' }, undefined],
    ['retry', { retry: 5 }, 'Option "retry" of the client must be a plain object, got 5']
  ])('refuses a wrong %s', (option, options, message) => {
    const error = errorOf(options)
    expect(error.option).toBe(option)
    expect(error.reason).not.toBe('')
    if (message !== undefined) expect(error.message).toBe(message)
  })

  it('lists the options when nothing similar is known', () => {
    expect(errorOf({ brokers, zookeeper: 'x' }).message).toMatch(
      /^Unknown option "zookeeper" of the client: the options of the client are brokers, ssl, /
    )
  })

  it.each(['connectionTimeout', 'authenticationTimeout', 'requestTimeout'])('takes only durations in whole ms for %s', name => {
    for (const wrong of [Number.NaN, Infinity, -1, 0, 1000.5, 2 ** 31, 5000n, '5000', [], {}, true]) {
      expect(errorOf({ brokers, [name]: wrong }).option).toBe(name)
    }
    expect(() => resolveClientConfig({ brokers, [name]: 2 ** 31 - 1 })).not.toThrow()
  })

  it.each([
    ['an array', [brokers], 'an array of 1'],
    ['a string', 'kafka1:9092', '"kafka1:9092"'],
    ['a function', () => ({ brokers }), 'a function'],
    ['an instance', new Map(), 'an object'],
    ['an object with a prototype', Object.create({ brokers }), 'an object']
  ])('refuses %s in place of a plain object', (_name, options, received) => {
    const error = errorOf(options)
    expect(error).toMatchObject({ option: 'options', received })
    expect(error.message).toBe(`The options object of the client must be a plain object, got ${received}`)
  })

  it('takes objects without a prototype', () => {
    const options: object = Object.assign(Object.create(null) as object, { brokers, clientId: 'bare' })
    expect(resolveClientConfig(options).clientId).toBe('bare')
  })
})
