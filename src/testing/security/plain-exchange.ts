import { timingSafeEqual } from 'node:crypto'
import type { SaslExchange, SaslStep } from './sasl-exchange'

/** SASL PLAIN (RFC 4616): one message with user and password. */
export class PlainExchange implements SaslExchange {
  constructor(private readonly users: ReadonlyMap<string, string>) {}

  step(message: Buffer): SaslStep {
    const [authorizationId, user, password] = message.toString('utf8').split('\0')
    if (user === undefined || password === undefined || user === '') return { kind: 'failed', message: 'Invalid SASL/PLAIN response' }
    const expected = this.users.get(user)
    const known = Buffer.from(expected ?? '')
    const given = Buffer.from(password)
    const matches = expected !== undefined && known.length === given.length && timingSafeEqual(known, given)
    if (!matches) return { kind: 'failed', message: 'Authentication failed: Invalid username or password' }
    if (authorizationId !== '' && authorizationId !== user) {
      return { kind: 'failed', message: 'Authentication failed: Client requested an authorization id that is different from username' }
    }
    return { kind: 'done', reply: Buffer.alloc(0), principal: `User:${user}` }
  }
}
