import { errorCodes } from '../../errors/error-table'
import { apiVersionsApi } from '../../protocol/generated/api-versions'
import { saslAuthenticateApi } from '../../protocol/generated/sasl-authenticate'
import type { SaslAuthenticateResponseInput } from '../../protocol/generated/sasl-authenticate-response'
import { saslHandshakeApi } from '../../protocol/generated/sasl-handshake'
import type { SaslHandshakeResponseInput } from '../../protocol/generated/sasl-handshake-response'
import type { Clock } from '../../utils/clock'
import type { ConfigStore } from '../configs/config-store'
import type { SaslListenerOptions } from '../options'
import { Pending } from '../pending'
import { OauthExchange } from './oauth-exchange'
import { PlainExchange } from './plain-exchange'
import type { SaslExchange, SettledStep } from './sasl-exchange'
import { scramMechanisms, type ScramCredentials } from './scram-credentials'
import { ScramExchange } from './scram-exchange'

/** The connection that a session belongs to, as far as the session needs it. */
export interface AuthenticatedConnection {
  principal: string
  close(): void
}

/** What a session needs of the cluster. */
export interface SaslSurroundings {
  readonly clock: Clock
  readonly configs: ConfigStore
  readonly scram: ScramCredentials
}

/** A client may authenticate again once a second, ms. */
const leastBetweenMs = 1000

type State = 'handshake' | 'authenticate' | 'authenticated' | 'reauthenticate'

const allowedBefore: Record<State, readonly number[]> = {
  handshake: [apiVersionsApi.key, saslHandshakeApi.key],
  authenticate: [saslAuthenticateApi.key],
  authenticated: [],
  reauthenticate: [saslAuthenticateApi.key]
}

/** Authentication of one connection: first, and again before the session's lifetime is over (KIP-368). */
export class SaslSession {
  private state: State = 'handshake'
  private mechanism = ''
  private exchange: SaslExchange | undefined
  /** ms on the broker's clock. */
  private expiresAt = Infinity
  /** When the client last began to authenticate again, ms. */
  private againAt = -Infinity

  constructor(
    private readonly options: SaslListenerOptions,
    private readonly cluster: SaslSurroundings,
    private readonly connection: AuthenticatedConnection
  ) {}

  /** Mechanisms that this listener offers. */
  get mechanisms(): string[] {
    const { mechanisms, users, validateToken } = this.options
    if (mechanisms !== undefined) return [...mechanisms]
    return [
      ...(users === undefined ? [] : ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']),
      ...(validateToken === undefined ? [] : ['OAUTHBEARER'])
    ]
  }

  /** Whether a request may be served now. As Kafka, nobody watches the end of a session: the next request but SaslHandshake finds it over. */
  allows(apiKey: number): boolean {
    if (this.state !== 'authenticated') return allowedBefore[this.state].includes(apiKey)
    return apiKey === saslHandshakeApi.key || this.cluster.clock.now() < this.expiresAt
  }

  /** Begins an exchange. */
  handshake(mechanism: string): SaslHandshakeResponseInput {
    const now = this.cluster.clock.now()
    const isTooSoon = now - this.againAt < leastBetweenMs
    if (this.state === 'authenticate' || this.state === 'reauthenticate' || (this.state === 'authenticated' && isTooSoon)) {
      return { errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] }
    }
    const { mechanisms } = this
    if (!mechanisms.includes(mechanism)) {
      this.closeSoon()
      return { errorCode: errorCodes.UNSUPPORTED_SASL_MECHANISM, mechanisms }
    }
    if (this.state === 'authenticated') {
      this.againAt = now
      // Another mechanism is only refused with the client's first message.
      this.exchange = mechanism === this.mechanism ? this.exchangeFor(mechanism) : undefined
      this.state = 'reauthenticate'
    } else {
      this.mechanism = mechanism
      this.exchange = this.exchangeFor(mechanism)
      this.state = 'authenticate'
    }
    return { errorCode: errorCodes.NONE, mechanisms }
  }

  /** Takes the client's next message. Undefined: the connection is closed without an answer. */
  authenticate(message: Buffer): SaslAuthenticateResponseInput | Pending<SaslAuthenticateResponseInput> | undefined {
    if (this.state === 'reauthenticate' && this.exchange === undefined) {
      this.connection.close()
      return undefined
    }
    if (this.exchange === undefined || this.state === 'handshake') {
      return { errorCode: errorCodes.ILLEGAL_SASL_STATE, errorMessage: 'SaslAuthenticate request received after successful authentication' }
    }
    const step = this.exchange.step(message)
    if (!(step instanceof Promise) && step.kind === 'senseless') {
      this.connection.close()
      return undefined
    }
    if (!(step instanceof Promise)) return this.take(step)
    const pending = new Pending<SaslAuthenticateResponseInput>()
    void step.then(settled => pending.complete(this.take(settled)))
    return pending
  }

  private take(step: SettledStep): SaslAuthenticateResponseInput {
    if (step.kind === 'continue') return { authBytes: step.reply }
    this.exchange = undefined
    if (step.kind === 'failed' || (this.state === 'reauthenticate' && step.principal !== this.connection.principal)) {
      const errorMessage = step.kind === 'failed' ? step.message : 'Cannot change principals during re-authentication'
      this.closeSoon()
      return { errorCode: errorCodes.SASL_AUTHENTICATION_FAILED, errorMessage }
    }
    this.connection.principal = step.principal
    this.state = 'authenticated'
    const lifetimeMs = this.lifetime(step.lifetimeMs)
    this.expiresAt = lifetimeMs > 0 ? this.cluster.clock.now() + lifetimeMs : Infinity
    return { authBytes: step.reply, sessionLifetimeMs: BigInt(lifetimeMs) }
  }

  /** The answer leaves first, then the connection: the client shall read why. */
  private closeSoon(): void {
    setImmediate(() => this.connection.close())
  }

  /** ms until the session ends: the broker's limit or what is left of the token, whichever is shorter; 0: no end. */
  private lifetime(tokenMs: number | undefined): number {
    const limitMs = this.cluster.configs.brokerNumber('connections.max.reauth.ms')
    const lifetimeMs = Math.min(limitMs > 0 ? limitMs : Infinity, tokenMs ?? Infinity)
    return Number.isFinite(lifetimeMs) ? Math.max(0, Math.floor(lifetimeMs)) : 0
  }

  private exchangeFor(mechanism: string): SaslExchange {
    if (mechanism === 'PLAIN') return new PlainExchange(new Map(Object.entries(this.options.users ?? {})))
    if (mechanism === 'OAUTHBEARER') {
      return new OauthExchange(this.options.validateToken ?? (() => Promise.reject(new Error('no token is valid here'))))
    }
    const scram = scramMechanisms.find(({ name }) => name === mechanism)
    if (scram === undefined) throw new RangeError(`The embedded broker has no SASL mechanism ${mechanism}`)
    return new ScramExchange(scram, this.cluster.scram)
  }
}
