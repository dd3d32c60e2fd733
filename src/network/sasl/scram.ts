import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { SaslConfig } from '../../config/client-config'
import { saslFailed } from './sasl-failure'
import type { SaslExchange, SaslMechanism } from './sasl-mechanism'
import { parseServerFinal, parseServerFirst } from './scram-messages'

/** The hash of each mechanism and its length in bytes. */
const digests = { 'SCRAM-SHA-256': { hash: 'sha256', length: 32 }, 'SCRAM-SHA-512': { hash: 'sha512', length: 64 } } as const

/** Channel binding is not used: `n,,` in base64. */
const gs2Header = 'n,,'
const channelBinding = `c=${Buffer.from(gs2Header).toString('base64')}`

const derive = promisify(pbkdf2)

/**
 * SCRAM (RFC 5802, RFC 7677). Both sides prove that they know the password, so a broker that cannot is refused.
 *
 * Passwords go in as UTF-8, without SASLprep: brokers and Kafka's tools do it so, and a prepared password would not match what they stored.
 */
export class ScramMechanism implements SaslMechanism {
  readonly name: keyof typeof digests

  /** @param makeNonce printable characters without comma; told only by tests */
  constructor(
    private readonly credentials: Pick<SaslConfig, 'username' | 'password'> & { readonly mechanism: keyof typeof digests },
    private readonly makeNonce: () => string = () => randomBytes(24).toString('base64')
  ) {
    this.name = credentials.mechanism
  }

  async authenticate(exchange: SaslExchange): Promise<void> {
    const { hash, length } = digests[this.name]
    const hmac = (key: Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest()
    const fail = (reason: string): never => {
      throw saslFailed(this.name, reason)
    }
    const nonce = this.makeNonce()
    const clientFirst = `n=${escapeName(this.credentials.username)},r=${nonce}`
    const serverFirst = await exchange(Buffer.from(`${gs2Header}${clientFirst}`))
    const { text, serverNonce, salt, iterations } = parseServerFirst(serverFirst, nonce, fail)

    const saltedPassword = await derive(Buffer.from(this.credentials.password.reveal()), salt, iterations, length, hash)
    const clientKey = hmac(saltedPassword, 'Client Key')
    const clientFinal = `${channelBinding},r=${serverNonce}`
    const authMessage = `${clientFirst},${text},${clientFinal}`
    const signature = hmac(createHash(hash).update(clientKey).digest(), authMessage)
    const proof = Buffer.from(clientKey.map((byte, i) => byte ^ signature[i]))

    const serverFinal = await exchange(Buffer.from(`${clientFinal},p=${proof.toString('base64')}`))
    const verifier = parseServerFinal(serverFinal, fail)
    const expected = hmac(hmac(saltedPassword, 'Server Key'), authMessage)
    if (verifier.length !== expected.length || !timingSafeEqual(verifier, expected)) {
      fail('the broker could not prove that it knows the password')
    }
  }
}

/** Comma and equals sign end a name or begin an escape. */
function escapeName(name: string): string {
  return name.replaceAll('=', '=3D').replaceAll(',', '=2C')
}
