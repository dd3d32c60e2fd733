import type { SaslListenerOptions } from '../options'
import type { SaslExchange, SaslStep, SettledStep } from './sasl-exchange'

/** GS2 header with an optional authorization id, then fields between control characters (RFC 7628). */
// oxlint-disable-next-line no-control-regex
const clientFirst = /^n,(?:a=([^,]*))?,\u0001(.*)\u0001\u0001$/s
const authentication = /^auth=(\S+) +([\x21-\x7e]+) *$/
const refusal = '{"status":"invalid_token"}'

/** SASL OAUTHBEARER (RFC 7628, KIP-255): one message with a token; a refusal is told in JSON, which the client acknowledges. */
export class OauthExchange implements SaslExchange {
  private refused = false

  constructor(private readonly validate: NonNullable<SaslListenerOptions['validateToken']>) {}

  step(message: Buffer): SaslStep | Promise<SettledStep> {
    if (this.refused) return { kind: 'failed', message: refusal }
    const match = clientFirst.exec(message.toString('utf8'))
    const field = match?.[2].split('\u0001').find(one => authentication.test(one))
    if (match === null || field === undefined) return { kind: 'failed', message: 'Invalid OAUTHBEARER client first message' }
    const [, scheme = '', token = ''] = authentication.exec(field) ?? []
    if (scheme.toLowerCase() !== 'bearer') return { kind: 'senseless' }
    const [, authorizationId = ''] = match
    return this.validate(token).then(
      ({ principal: name, lifetimeMs }): SettledStep => {
        const principal = name.startsWith('User:') ? name : `User:${name}`
        if (authorizationId !== '' && `User:${authorizationId}` !== principal) {
          const reason = "Client requested an authorization id that is different from the token's principal name"
          return { kind: 'failed', message: `Authentication failed: ${reason}` }
        }
        return { kind: 'done', reply: Buffer.alloc(0), principal, ...(lifetimeMs === undefined ? {} : { lifetimeMs }) }
      },
      (): SettledStep => {
        this.refused = true
        return { kind: 'continue', reply: Buffer.from(refusal) }
      }
    )
  }
}
