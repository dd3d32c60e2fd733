import { OptionReader } from './option-reader'
import { Secret } from './secret'

/** Credentials and mechanism of SASL, complete. */
export interface SaslConfig {
  /** As sent to the broker. */
  readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512'
  readonly username: string
  readonly password: Secret
}

const supported = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const
const notYet = ['OAUTHBEARER', 'AWS']
const subject = 'the client'
const known = ['mechanism', 'username', 'password']
/** What other mechanisms take; known here so that the mechanism is named as the reason, not the key. */
const ofOtherMechanisms = [
  'authenticationProvider',
  'oauthBearerProvider',
  'authorizationIdentity',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken'
]
const secret = ['username', 'password', 'accessKeyId', 'secretAccessKey', 'sessionToken']

/** @throws KafkaConfigError */
export function resolveSasl(sasl: unknown): SaslConfig {
  const options = new OptionReader(sasl, 'sasl', subject, { known: [...known, ...ofOtherMechanisms], secret })
  const mechanism = mechanismOf(options)
  for (const name of ofOtherMechanisms) if (options.has(name)) throw options.wrong(name, `does not belong to the mechanism ${mechanism}`)
  const credential = (name: string): string => {
    if (!options.has(name)) throw options.missing(name, `the mechanism ${mechanism} needs it`)
    return options.string(name, '', { min: 1, max: 65_535 })
  }
  return { mechanism, username: credential('username'), password: new Secret(credential('password')) }
}

function mechanismOf(options: OptionReader): SaslConfig['mechanism'] {
  if (!options.has('mechanism')) throw options.missing('mechanism', `one of ${list()}`)
  const given = options.string('mechanism', '', { min: 1, max: 255 })
  const upper = given.toUpperCase()
  if (options.has('authenticationProvider')) throw options.notYet('authenticationProvider', 'a mechanism of the application')
  const mechanism = supported.find(name => name === upper)
  if (mechanism !== undefined) return mechanism
  if (notYet.includes(upper)) throw options.notYet('mechanism', `the mechanism ${given}`)
  throw options.wrong('mechanism', `must be one of ${list()}`)
}

function list(): string {
  return supported.map(name => name.toLowerCase()).join(', ')
}
