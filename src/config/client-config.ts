import type { ConnectionOptions } from 'node:tls'
import type { ISocketFactory, KafkaConfig } from '../types/client'
import type { Endpoint } from '../types/endpoint'
import { logLevel } from '../types/enums'
import type { logCreator } from '../types/logger'
import { deepFreeze } from '../utils/deep-freeze'
import { defaults } from './defaults'
import { OptionReader } from './option-reader'
import { bootstrapOf } from './parse-brokers'
import { resolveRetry, type RetryConfig } from './retry-config'
import { resolveSasl, type SaslConfig } from './sasl-config'
import { resolveTls } from './tls-config'

export type { SaslConfig } from './sasl-config'

/** Options of `new Kafka()`, complete, checked and frozen. */
export interface ClientConfig {
  readonly clientId: string
  /** The addresses to begin with; asks the user's function anew on each call. Rejects with KafkaConfigError on an unusable list. */
  readonly bootstrap: () => Promise<Endpoint[]>
  /** Undefined: plain TCP. */
  readonly tls: ConnectionOptions | undefined
  readonly sasl: SaslConfig | undefined
  /** Time a new connection has to become ready: name look-up, TCP, TLS, ApiVersions, SASL. Default 10,000. */
  readonly connectionTimeoutMs: number
  /** What that time grows to after failures. Default 30,000, never below `connectionTimeoutMs`. */
  readonly connectionTimeoutMaxMs: number
  /** Time for the SASL exchange. Default 10,000. */
  readonly authenticationTimeoutMs: number
  /** Time a request has to be answered; Infinity with `enforceRequestTimeout: false`. Default 30,000. */
  readonly requestTimeoutMs: number
  readonly retry: RetryConfig
  /** Makes sockets in place of node:net and node:tls. */
  readonly socketFactory: ISocketFactory | undefined
  /** Default INFO; the environment's KAFKAJS_LOG_LEVEL wins over it in the logger. */
  readonly logLevel: logLevel
  /** Undefined: JSON lines on the console. */
  readonly logCreator: logCreator | undefined
}

const subject = 'the client'

const known = [
  'brokers',
  'ssl',
  'sasl',
  'clientId',
  'connectionTimeout',
  'authenticationTimeout',
  'requestTimeout',
  'enforceRequestTimeout',
  'retry',
  'socketFactory',
  'logLevel',
  'logCreator'
] as const satisfies readonly (keyof KafkaConfig)[]

/** The time below which even a broker next door does not answer reliably, ms. */
const shortestTimeout = 100

/**
 * Completes and checks the options of `new Kafka()`.
 * @throws {@link KafkaConfigError} for the first option that is wrong
 */
export function resolveClientConfig(user: unknown): ClientConfig {
  const options = new OptionReader(user, '', subject, { known, notYet: ['reauthenticationThreshold'] })
  const { client } = defaults
  const connectionTimeoutMs = options.duration('connectionTimeout', client.connectionTimeout, { min: shortestTimeout })
  const requestTimeoutMs = options.duration('requestTimeout', client.requestTimeout, { min: shortestTimeout })
  return deepFreeze({
    clientId: options.string('clientId', client.clientId, { min: 1, max: 256 }),
    bootstrap: bootstrapOf(options.raw('brokers')),
    tls: resolveTls(options.raw('ssl')),
    sasl: resolveOptionalSasl(options),
    connectionTimeoutMs,
    connectionTimeoutMaxMs: Math.max(connectionTimeoutMs, client.connectionTimeoutMax),
    authenticationTimeoutMs: options.duration('authenticationTimeout', client.authenticationTimeout, { min: shortestTimeout }),
    requestTimeoutMs: options.boolean('enforceRequestTimeout', client.enforceRequestTimeout) ? requestTimeoutMs : Infinity,
    retry: resolveRetry(options.raw('retry'), subject),
    socketFactory: options.callback('socketFactory') as ISocketFactory | undefined,
    logLevel: resolveLogLevel(options),
    logCreator: options.callback('logCreator') as logCreator | undefined
  })
}

function resolveOptionalSasl(options: OptionReader): SaslConfig | undefined {
  const sasl = options.raw('sasl')
  // KafkaJS takes anything falsy as "no SASL"; `sasl: useSasl && {…}` is how applications switch it.
  return sasl === undefined || sasl === false ? undefined : resolveSasl(sasl)
}

function resolveLogLevel(options: OptionReader): logLevel {
  const levels = Object.entries(logLevel)
  const rule = `must be one of ${levels.map(([name, level]) => `logLevel.${name} (${level})`).join(', ')}`
  return options.number('logLevel', defaults.client.logLevel, rule, n => levels.some(([, level]) => level === n))
}
