import { inspect } from 'node:util'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveSasl } from '../../src/config/sasl-config'
import { KafkaConfigError } from '../../src/errors/config-errors'

const username = 'svc-orders'
const password = 'hunter2'

function refusal(sasl: unknown): KafkaConfigError {
  try {
    resolveSasl(sasl)
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaConfigError)
    return error as KafkaConfigError
  }
  throw new Error('The options were accepted')
}

describe('sasl', () => {
  it.each([
    ['plain', 'PLAIN'],
    ['PLAIN', 'PLAIN'],
    ['scram-sha-256', 'SCRAM-SHA-256'],
    ['Scram-Sha-512', 'SCRAM-SHA-512']
  ])('takes %s', (mechanism, onTheWire) => {
    const sasl = resolveSasl({ mechanism, username, password })
    expect(sasl).toMatchObject({ mechanism: onTheWire, username })
    expect(sasl.password.reveal()).toBe(password)
  })

  it.each([
    ['sasl.mechanism', { username, password }],
    ['sasl.mechanism', { mechanism: 'gssapi', username, password }],
    ['sasl.mechanism', { mechanism: 5, username, password }],
    ['sasl.username', { mechanism: 'plain', password }],
    ['sasl.username', { mechanism: 'plain', username: '', password }],
    ['sasl.username', { mechanism: 'plain', username: 5, password }],
    ['sasl.password', { mechanism: 'plain', username }],
    ['sasl.password', { mechanism: 'plain', username, password: null }],
    ['sasl.passwort', { mechanism: 'plain', username, passwort: password }],
    ['sasl.sessionToken', { mechanism: 'plain', username, password, sessionToken: password }],
    ['sasl', 'plain'],
    ['sasl', true]
  ])('refuses a wrong %s and shows no secret', (option, sasl) => {
    const error = refusal(sasl)
    expect(error.option).toBe(option)
    for (const text of [inspect(error, { depth: 5 }), JSON.stringify(error), String(error.stack)]) expect(text).not.toContain(password)
  })

  it.each([
    ['sasl.mechanism', { mechanism: 'oauthbearer', oauthBearerProvider: async () => ({ value: 't' }) }, 'the mechanism oauthbearer'],
    ['sasl.mechanism', { mechanism: 'AWS', authorizationIdentity: 'a', accessKeyId: 'b', secretAccessKey: password }, 'the mechanism AWS'],
    ['sasl.authenticationProvider', { mechanism: 'custom', authenticationProvider: () => ({}) }, 'a mechanism of the application']
  ])('names what is not built yet: %s', (option, sasl, what) => {
    expect(refusal(sasl)).toMatchObject({ option, reason: `${what} is not supported yet` })
  })

  it('keeps the password out of whatever is printed or serialized', () => {
    const config = resolveClientConfig({ brokers: ['a:1'], sasl: { mechanism: 'plain', username, password } })
    const texts = [inspect(config, { depth: 9, showHidden: true }), JSON.stringify(config), String(config.sasl?.password)]
    for (const text of texts) expect(text).not.toContain(password)
    expect(texts[0]).toContain('[redacted]')
    expect(texts[1]).toContain('"[redacted]"')
    expect(Object.values(config.sasl?.password ?? {})).toEqual([])
  })
})
