import type { SaslConfig } from '../../config/client-config'
import { saslFailed } from './sasl-failure'
import type { SaslExchange, SaslMechanism } from './sasl-mechanism'

/** PLAIN (RFC 4616): name and password as they are, so only for connections with TLS. */
export class PlainMechanism implements SaslMechanism {
  readonly name = 'PLAIN'

  constructor(private readonly credentials: Pick<SaslConfig, 'username' | 'password'>) {}

  async authenticate(exchange: SaslExchange): Promise<void> {
    const { username } = this.credentials
    const password = this.credentials.password.reveal()
    if (username.includes('\0') || password.includes('\0')) {
      throw saslFailed(this.name, 'user name and password must not hold a NUL character')
    }
    await exchange(Buffer.from(`\0${username}\0${password}`))
  }
}
