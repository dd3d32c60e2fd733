import type { Socket } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import type { logLevel } from './enums'
import type { logCreator, Logger } from './logger'

/** Asked for broker addresses whenever the client starts from them, at once or later. */
export type BrokersFunction = () => string[] | Promise<string[]>

/** Options of `new Kafka()`. Durations in ms. A value of `undefined` counts as not given. */
export interface KafkaConfig {
  /** Addresses to begin with, each `host:port` (IPv6: `[::1]:9092`), or a function that gives them. */
  brokers: string[] | BrokersFunction
  /** `true`: TLS with Node's defaults; an object: options for `tls.connect`. Default: plain TCP. */
  ssl?: ConnectionOptions | boolean
  /** Mechanism and credentials. Default: none. */
  sasl?: SASLOptions | Mechanism
  /** Name that brokers log and apply quotas to. Default `kafkajs`. */
  clientId?: string
  /** Time a connection has to become ready, from name look-up to SASL. Default 10,000, growing to 30,000 after failures. */
  connectionTimeout?: number
  /** Time for the SASL exchange. Default 10,000. */
  authenticationTimeout?: number
  /** How long before its credentials expire a connection authenticates again. Default 10,000. */
  reauthenticationThreshold?: number
  /** Time a request has to be answered. Default 30,000. */
  requestTimeout?: number
  /** `false`: wait for answers without limit. Default `true`. */
  enforceRequestTimeout?: boolean
  /** How failed calls are repeated; clients made from this one start from it. */
  retry?: RetryOptions
  /** Makes the sockets, for proxies and tunnels. Default: node:net and node:tls. */
  socketFactory?: ISocketFactory
  /** Default `logLevel.INFO`; the environment variable KAFKAJS_LOG_LEVEL wins. */
  logLevel?: logLevel
  /** Writes log lines. Default: JSON on the console. */
  logCreator?: logCreator
}

/** How a failed call is repeated. Durations in ms. */
export interface RetryOptions {
  /** The longest wait. Default 30,000. */
  maxRetryTime?: number
  /** The first wait. Default 300. */
  initialRetryTime?: number
  /** By what share chance moves a wait up or down. Default 0.2. */
  factor?: number
  /** Growth from one wait to the next. Default 2. */
  multiplier?: number
  /** How often at most. Default 5. */
  retries?: number
  /** Consumers: asked, with the error that ended it, whether the consumer starts again. */
  restartOnFailure?: (e: Error) => Promise<boolean>
}

/** What a socket factory gets. */
export interface ISocketFactoryArgs {
  host: string
  port: number
  /** Options for `tls.connect`; undefined for plain TCP. */
  ssl: ConnectionOptions
  /** To be called once the socket is connected (and, with TLS, secured). */
  onConnect: () => void
}

/** Makes a socket that connects, or is connected, to a broker. */
export type ISocketFactory = (args: ISocketFactoryArgs) => Socket

/** What an OAuth provider gives. */
export interface OauthbearerProviderResponse {
  /** The token. */
  value: string
}

interface Credentials {
  username: string
  password: string
}

type SASLMechanismOptionsMap = {
  plain: Credentials
  'scram-sha-256': Credentials
  'scram-sha-512': Credentials
  aws: {
    authorizationIdentity: string
    accessKeyId: string
    secretAccessKey: string
    sessionToken?: string
  }
  oauthbearer: { oauthBearerProvider: () => Promise<OauthbearerProviderResponse> }
}

/** The mechanisms that have a name of their own; any case is taken at run time. */
export type SASLMechanism = keyof SASLMechanismOptionsMap

type SASLMechanismOptions<T> = T extends SASLMechanism ? { mechanism: T } & SASLMechanismOptionsMap[T] : never

/** Mechanism and what it needs. */
export type SASLOptions = SASLMechanismOptions<SASLMechanism>

/** A mechanism that the application brings. */
export type Mechanism = {
  mechanism: string
  authenticationProvider: (args: AuthenticationProviderArgs) => Authenticator
}

/** What an authentication provider gets. */
export type AuthenticationProviderArgs = {
  host: string
  port: number
  logger: Logger
  /** Sends one SaslAuthenticate request and gives the parsed answer. */
  saslAuthenticate: <ParseResult>(args: SaslAuthenticateArgs<ParseResult>) => Promise<ParseResult | void>
}

/** One exchange of a mechanism that the application brings. */
export type SaslAuthenticateArgs<ParseResult> = {
  request: { encode: () => Buffer | Promise<Buffer> }
  response?: {
    decode: (rawResponse: Buffer) => Buffer | Promise<Buffer>
    parse: (data: Buffer) => ParseResult
  }
}

/** Authenticates one connection. */
export type Authenticator = {
  authenticate: () => Promise<void>
}
