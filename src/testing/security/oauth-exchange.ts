import type { SaslListenerOptions } from '../options'
import type { SaslExchange, SaslStep } from './sasl-exchange'

const bearer = 'auth=Bearer '

/** SASL OAUTHBEARER (RFC 7628, KIP-255): one message with a token; a refusal is told in JSON, which the client acknowledges. */
export class OauthExchange implements SaslExchange {
  private refused = false

  constructor(private readonly validate: NonNullable<SaslListenerOptions['validateToken']>) {}

  step(message: Buffer): SaslStep | Promise<SaslStep> {
    if (this.refused) return { kind: 'failed', message: 'Authentication failed due to an invalid token with SASL mechanism OAUTHBEARER' }
    const fields = message.toString('utf8').split('\u0001')
    const token = fields.find(field => field.startsWith(bearer))?.slice(bearer.length)
    if (token === undefined) return { kind: 'failed', message: 'Invalid OAUTHBEARER client first message' }
    return this.validate(token).then(
      ({ principal, lifetimeMs }): SaslStep => ({
        kind: 'done',
        reply: Buffer.alloc(0),
        principal: principal.startsWith('User:') ? principal : `User:${principal}`,
        ...(lifetimeMs === undefined ? {} : { lifetimeMs })
      }),
      (): SaslStep => {
        this.refused = true
        return { kind: 'continue', reply: Buffer.from('{"status":"invalid_token"}') }
      }
    )
  }
}
