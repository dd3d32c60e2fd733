import * as fc from 'fast-check'
import { resolveAdminConfig } from '../../src/config/admin-config'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveConsumerConfig } from '../../src/config/consumer-config'
import { resolveProducerConfig } from '../../src/config/producer-config'
import { KafkaConfigError } from '../../src/errors/config-errors'

const client = resolveClientConfig({ brokers: ['a:1'] })
const names: Record<string, string[]> = {
  client: `brokers ssl sasl clientId connectionTimeout authenticationTimeout requestTimeout enforceRequestTimeout retry
    socketFactory logLevel logCreator reauthenticationThreshold`.split(/\s+/),
  producer: `createPartitioner retry metadataMaxAge allowAutoTopicCreation idempotent transactionalId transactionTimeout
    maxInFlightRequests`.split(/\s+/),
  consumer: `groupId partitionAssigners metadataMaxAge sessionTimeout rebalanceTimeout heartbeatInterval minBytes maxBytes
    maxBytesPerPartition maxWaitTimeInMs retry allowAutoTopicCreation maxInFlightRequests readUncommitted rackId`.split(/\s+/),
  admin: ['retry']
}
const resolvers: Record<string, (options: unknown) => unknown> = {
  client: options => resolveClientConfig(options),
  producer: options => resolveProducerConfig(options, client),
  consumer: options => resolveConsumerConfig(options, client),
  admin: options => resolveAdminConfig(options, client)
}
const subjects = Object.keys(resolvers)
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withTypedArray: true
})

/** Only this error may come out; what does not throw is frozen. */
function accepts(subject: string, options: unknown): boolean {
  try {
    expect(Object.isFrozen(resolvers[subject](options))).toBe(true)
    return true
  } catch (error) {
    if (!(error instanceof KafkaConfigError)) throw error
    expect(typeof error.message).toBe('string')
    expect(error.message).not.toContain('[object ')
    return false
  }
}

describe.each(subjects)('options of the %s', subject => {
  it('may be anything at all', () => {
    fc.assert(
      fc.property(anything, options => void accepts(subject, options)),
      { numRuns: 500 }
    )
  })

  it('may have any value', () => {
    const value = fc.oneof(
      anything,
      fc.constantFrom(Infinity, Number.NaN, -0, 2 ** 31, 1e300, '', '💥', Symbol('s'), 10n, () => {}, /x/, new Proxy({}, {}))
    )
    const options = fc.dictionary(fc.constantFrom(...names[subject]), value)
    fc.assert(
      fc.property(options, given => void accepts(subject, given)),
      { numRuns: 1000 }
    )
  })

  it('may have parts with any values', () => {
    const parts = {
      retry: fc.dictionary(
        fc.constantFrom('retries', 'initialRetryTime', 'maxRetryTime', 'factor', 'multiplier', 'restartOnFailure'),
        anything
      ),
      sasl: fc.dictionary(
        fc.constantFrom('mechanism', 'username', 'password', 'authenticationProvider'),
        fc.oneof(anything, fc.constant('plain'))
      ),
      ssl: fc.dictionary(
        fc.constantFrom('ca', 'cert', 'key', 'pfx', 'passphrase', 'ciphers', 'minVersion', 'rejectUnauthorized', 'ALPNProtocols'),
        anything
      ),
      brokers: fc.oneof(fc.array(anything), fc.array(fc.string()))
    }
    fc.assert(
      fc.property(fc.record(parts, { requiredKeys: [] }), given => void accepts(subject, given)),
      { numRuns: 500 }
    )
  })

  it('are refused when a key of them is "__proto__"', () => {
    const options: unknown = JSON.parse('{"__proto__": {"retry": {"retries": 1}}, "groupId": "g", "brokers": ["a:1"]}')
    expect(() => resolvers[subject](options)).toThrow('Unknown option')
    const inner: unknown = JSON.parse('{"retry": {"__proto__": {"retries": 1}}}')
    expect(() => resolvers[subject](inner)).toThrow(KafkaConfigError)
  })

  it.each(['constructor', 'toString', 'hasOwnProperty'])('are refused when a key of them is "%s"', key => {
    expect(accepts(subject, { [key]: 1 })).toBe(false)
  })

  it('are refused when they throw while they are read', () => {
    const cause = new Error('not now')
    const thrower = (): never => {
      throw cause
    }
    for (const options of [
      Object.defineProperty({}, 'retry', { enumerable: true, get: thrower }),
      new Proxy({}, { ownKeys: thrower }),
      new Proxy({}, { getPrototypeOf: thrower }),
      { retry: new Proxy({}, { ownKeys: thrower }) }
    ]) {
      expect(accepts(subject, options)).toBe(false)
    }
  })

  it('do not come from a polluted Object.prototype', () => {
    const polluted = [
      'ssl',
      'sasl',
      'retry',
      'idempotent',
      'readUncommitted',
      'rackId',
      'requestTimeout',
      'transactionalId',
      'clientId',
      'retries'
    ]
    const given = { client: { brokers: ['a:1'] }, consumer: { groupId: 'g' } }[subject] ?? {}
    const before = JSON.stringify(resolvers[subject](given))
    for (const name of polluted)
      Reflect.defineProperty(Object.prototype, name, { value: 'evil', configurable: true, enumerable: true, writable: true })
    try {
      expect(JSON.stringify(resolvers[subject](given))).toBe(before)
    } finally {
      for (const name of polluted) Reflect.deleteProperty(Object.prototype, name)
    }
  })

  it('pollute nothing', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    accepts(subject, JSON.parse('{"retry": {"__proto__": {"polluted": true}}, "ssl": {"__proto__": {"polluted": true}}}'))
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect('polluted' in {}).toBe(false)
  })
})
