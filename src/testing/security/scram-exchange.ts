import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { SaslExchange, SaslStep } from './sasl-exchange'
import { hash, hmac, type ScramCredential, type ScramCredentials, type ScramMechanism } from './scram-credentials'

const clientFirst = /^(n,(?:a=([^,]*))?,)((?:m=[^,]*,)?n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/
const clientFinal = /^(c=([^,]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?),p=([^,]+)$/

/** The server's side of SCRAM (RFC 5802): two messages each way, neither of which has the password. */
export class ScramExchange implements SaslExchange {
  private first: { gs2: string; bare: string; user: string; nonce: string; serverFirst: string; credential: ScramCredential } | undefined

  constructor(
    private readonly mechanism: ScramMechanism,
    private readonly credentials: ScramCredentials
  ) {}

  step(message: Buffer): SaslStep {
    const text = message.toString('utf8')
    return this.first === undefined ? this.begin(text) : this.finish(text, this.first)
  }

  private begin(text: string): SaslStep {
    const match = clientFirst.exec(text)
    if (match === null) return { kind: 'failed', message: 'Invalid SCRAM client first message format' }
    const [, gs2 = '', , bare = '', escaped = '', clientNonce = ''] = match
    const user = escaped.replaceAll('=2C', ',').replaceAll('=3D', '=')
    const credential = this.credentials.get(user, this.mechanism.name)
    if (credential === undefined) return this.refuse()
    const nonce = clientNonce + randomBytes(18).toString('base64url')
    const serverFirst = `r=${nonce},s=${credential.salt.toString('base64')},i=${credential.iterations}`
    this.first = { gs2, bare, user, nonce, serverFirst, credential }
    return { kind: 'continue', reply: Buffer.from(serverFirst) }
  }

  private finish(text: string, first: NonNullable<typeof this.first>): SaslStep {
    const match = clientFinal.exec(text)
    if (match === null) return { kind: 'failed', message: 'Invalid SCRAM client final message format' }
    const [, withoutProof = '', channelBinding = '', nonce = '', proofText = ''] = match
    if (nonce !== first.nonce || Buffer.from(channelBinding, 'base64').toString() !== first.gs2) return this.refuse()
    const { storedKey, serverKey } = first.credential
    const authMessage = `${first.bare},${first.serverFirst},${withoutProof}`
    const signature = hmac(this.mechanism, storedKey, authMessage)
    const proof = Buffer.from(proofText, 'base64')
    if (proof.length !== signature.length) return this.refuse()
    const clientKey = Buffer.from(proof.map((byte, i) => byte ^ signature[i]))
    if (!timingSafeEqual(hash(this.mechanism, clientKey), storedKey)) return this.refuse()
    const verifier = hmac(this.mechanism, serverKey, authMessage).toString('base64')
    return { kind: 'done', reply: Buffer.from(`v=${verifier}`), principal: `User:${first.user}` }
  }

  private refuse(): SaslStep {
    return {
      kind: 'failed',
      message: `Authentication failed during authentication due to invalid credentials with SASL mechanism ${this.mechanism.name}`
    }
  }
}
