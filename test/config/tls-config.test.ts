import { createSecureContext } from 'node:tls'
import { inspect } from 'node:util'
import { resolveTls } from '../../src/config/tls-config'
import { KafkaConfigError } from '../../src/errors/config-errors'
import { certificate, encryptedKey, key, otherKey, passphrase } from './fixtures/certificates'

function refusal(ssl: unknown): KafkaConfigError {
  try {
    resolveTls(ssl)
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaConfigError)
    return error as KafkaConfigError
  }
  throw new Error('The options were accepted')
}

describe('ssl', () => {
  it.each([[undefined], [null], [false]])('takes %p as plain TCP', ssl => {
    expect(resolveTls(ssl)).toBeUndefined()
  })

  it('takes true as the defaults of Node', () => {
    expect(resolveTls(true)).toEqual({})
  })

  it('hands every option on', () => {
    const ssl = {
      ca: [certificate],
      cert: Buffer.from(certificate),
      key: encryptedKey,
      passphrase,
      servername: 'kafka',
      rejectUnauthorized: false
    }
    const tls = resolveTls(ssl)
    expect({ ...tls }).toEqual(ssl)
    expect(tls).not.toBe(ssl)
    expect(Object.isFrozen(tls)).toBe(true)
    expect(() => createSecureContext({ ...tls })).not.toThrow()
  })

  it('leaves the object of the application alone', () => {
    const ssl = { ca: certificate, servername: undefined }
    resolveTls(ssl)
    expect(Object.isFrozen(ssl)).toBe(false)
    expect(Object.keys(ssl)).toEqual(['ca', 'servername'])
  })

  it('keeps keys out of whatever is printed or serialized', () => {
    const tls = resolveTls({ cert: certificate, key: encryptedKey, passphrase })
    for (const text of [inspect({ tls }, { depth: 9 }), JSON.stringify({ tls })]) {
      expect(text).toContain('[redacted]')
      expect(text).not.toContain(passphrase)
      expect(text).not.toContain('PRIVATE KEY')
    }
  })

  it.each([
    ['ssl', 'true'],
    ['ssl', 1],
    ['ssl', []],
    ['ssl', { cert: 'no certificate' }],
    ['ssl', { cert: certificate, key: otherKey }],
    ['ssl', { cert: certificate, key: encryptedKey, passphrase: 'wrong-words' }],
    ['ssl', { cert: certificate, key: 'no key at all' }],
    ['ssl', { cert: certificate, key: 5 }],
    ['ssl', { minVersion: 'TLSv9' }],
    ['ssl.ca', { ca: '' }],
    ['ssl.ca', { ca: [] }],
    ['ssl.ca', { ca: Buffer.alloc(0) }],
    ['ssl.ca', { ca: './ca.pem' }],
    ['ssl.ca', { ca: [certificate, './ca.pem'] }],
    ['ssl.ca', { ca: 5 }],
    ['ssl.key', { key }],
    ['ssl.rejectUnauthorized', { rejectUnauthorized: 'false' }]
  ])('refuses a wrong %s (%#) and shows no key', (option, ssl) => {
    const error = refusal(ssl)
    expect(error.option).toBe(option)
    for (const text of [inspect(error, { depth: 5 }), JSON.stringify(error)]) {
      for (const secret of ['wrong-words', 'no key at all', passphrase, 'PRIVATE KEY', otherKey.slice(40, 80)])
        expect(text).not.toContain(secret)
    }
  })

  it('refuses options that throw while they are read', () => {
    const cause = new Error('not now')
    const ssl = Object.defineProperty({}, 'key', {
      enumerable: true,
      get: () => {
        throw cause
      }
    })
    expect(refusal(ssl)).toMatchObject({ option: 'ssl', reason: 'has an option that cannot be read' })
    expect(refusal(ssl).cause).toBe(cause)
  })

  it('says what OpenSSL stumbled over', () => {
    expect(refusal({ cert: certificate, key: otherKey }).reason).toContain('key values mismatch')
    expect(refusal({ cert: certificate, key: encryptedKey, passphrase: 'wrong-words' }).reason).toContain('bad decrypt')
  })
})
