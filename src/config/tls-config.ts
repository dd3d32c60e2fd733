import { createSecureContext, type ConnectionOptions } from 'node:tls'
import { inspect } from 'node:util'
import { KafkaConfigError } from '../errors/config-errors'
import { describeValue } from './describe-value'

const secretNames = ['key', 'passphrase', 'pfx']

/**
 * Options for `tls.connect`, or undefined for plain TCP. Certificates and keys are read now, so that a damaged one or
 * a wrong passphrase shows at once. Printing or serializing the result leaves keys out.
 * @throws {@link KafkaConfigError}
 */
export function resolveTls(ssl: unknown): ConnectionOptions | undefined {
  if (ssl === undefined || ssl === null || ssl === false) return undefined
  if (ssl === true) return Object.freeze({})
  if (typeof ssl !== 'object' || Array.isArray(ssl)) throw wrong('ssl', 'must be true, false or options for tls.connect', ssl)
  const options = copyOf(ssl)
  check(options)
  for (const [name, value] of [
    [inspect.custom, () => inspect(redact(options))],
    ['toJSON', () => redact(options)]
  ] as const) {
    Object.defineProperty(options, name, { value, enumerable: false })
  }
  return Object.freeze(options)
}

function copyOf(ssl: object): ConnectionOptions {
  try {
    return Object.fromEntries(Object.entries(ssl).filter(([, value]) => value !== undefined && value !== null))
  } catch (cause) {
    throw wrong('ssl', 'has an option that cannot be read', ssl, cause)
  }
}

function check(options: ConnectionOptions): void {
  if (isEmpty(options.ca)) throw wrong('ssl.ca', 'must not be empty: leave it out to use the certificates of Node', options.ca)
  // Node takes a text without certificates and simply trusts nobody by it.
  if ([options.ca].flat().some(ca => ca !== undefined && !isPem(ca))) {
    throw wrong('ssl.ca', 'must hold certificates in PEM form (the text of the file, not its path)', undefined)
  }
  if (options.rejectUnauthorized !== undefined && typeof options.rejectUnauthorized !== 'boolean') {
    throw wrong('ssl.rejectUnauthorized', 'must be true or false', options.rejectUnauthorized)
  }
  if (options.key !== undefined && options.cert === undefined && options.pfx === undefined) {
    throw wrong('ssl.key', 'needs the certificate that belongs to it in ssl.cert', undefined)
  }
  if (options.secureContext !== undefined) return
  try {
    createSecureContext(options)
  } catch (error) {
    // OpenSSL's words say what it stumbled over and carry nothing of the key; Node's own repeat the wrong value.
    const { code = '', message } = error as { code?: string; message: string }
    const words = code.startsWith('ERR_OSSL') ? message : code
    throw wrong('ssl', `cannot be used: ${words === '' ? 'certificate, key or another option is not right' : words}`, undefined)
  }
}

function isEmpty(ca: unknown): boolean {
  return (typeof ca === 'string' || Array.isArray(ca) || Buffer.isBuffer(ca)) && ca.length === 0
}

function isPem(ca: unknown): boolean {
  if (typeof ca === 'string') return ca.includes('-----BEGIN')
  return ca instanceof Uint8Array && Buffer.from(ca.buffer, ca.byteOffset, ca.byteLength).includes('-----BEGIN')
}

function redact(options: ConnectionOptions): object {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, secretNames.includes(name) ? '[redacted]' : value]))
}

function wrong(option: string, reason: string, value: unknown, cause?: unknown): KafkaConfigError {
  const received = value === undefined ? undefined : describeValue(value, false)
  const tail = received === undefined ? '' : `, got ${received}`
  return new KafkaConfigError(`Option "${option}" of the client ${reason}${tail}`, { option, reason, received, cause })
}
