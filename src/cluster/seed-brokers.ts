import type { ClientConfig } from '../config/client-config'
import { KafkaJSConnectionError } from '../errors/connection-errors'
import type { InstrumentationEmitter } from '../instrumentation/emitter'
import { BrokerConnection } from '../network/broker-connection'
import type { Connector } from '../network/connector'
import type { Endpoint } from '../types/endpoint'
import type { Logger } from '../types/logger'
import { backoffMs } from '../utils/backoff'
import type { Clock } from '../utils/clock'
import { type Ask, isFinalError, staggerMs } from './any-broker'
import { AllFailedError, hedge } from './hedge'
import { retryPolicy } from './retry-policy'

/** What the seed brokers are reached with. */
export interface SeedBrokersOptions {
  readonly config: ClientConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly instrumentation: InstrumentationEmitter
  readonly connector?: Connector | undefined
  /** In [0, 1); `Math.random` when left out. */
  readonly random?: (() => number) | undefined
}

/**
 * The addresses that the user gave. They are asked for anew each time (an async `brokers` function may look them up),
 * and tried in turn, from another one each time. Connections to them last for one question: the address of a seed is
 * often that of a load balancer, and which broker stands behind it is not known.
 */
export class SeedBrokers {
  private rounds: number | undefined
  private failures = 0

  constructor(private readonly options: SeedBrokersOptions) {}

  /**
   * @throws KafkaConfigError when the list is unusable
   * @throws the error of the only seed, or KafkaJSConnectionError with an AggregateError of all errors as cause
   */
  async ask<T>(ask: Ask<T>, signal: AbortSignal): Promise<T> {
    const { config, clock, random = Math.random } = this.options
    const seeds = distinct(await config.bootstrap())
    this.rounds ??= Math.floor(random() * seeds.length)
    const first = this.rounds++ % seeds.length
    const ordered = [...seeds.slice(first), ...seeds.slice(0, first)]
    try {
      const attempt = (seed: Endpoint, over: AbortSignal): Promise<T> => this.askSeed(seed, ask, over)
      const result = await hedge(ordered, attempt, { clock, staggerMs, signal, isFinal: isFinalError })
      this.failures = 0
      return result
    } catch (error) {
      this.failures++
      throw error instanceof AllFailedError ? allSeedsFailed(ordered, error.errors) : error
    }
  }

  private async askSeed<T>(endpoint: Endpoint, ask: Ask<T>, over: AbortSignal): Promise<T> {
    const { config, clock, logger, instrumentation, connector } = this.options
    const { connectionTimeoutMs: initialMs, connectionTimeoutMaxMs: maxMs } = config
    const setupTimeoutMs = backoffMs({ initialMs, maxMs, multiplier: 2, jitter: 0 }, this.failures)
    const shared = { config, clock, logger, instrumentation, connector }
    const connection = new BrokerConnection({ ...shared, endpoint, setupTimeoutMs, attempt: this.failures })
    const close = (): void => connection.close()
    over.addEventListener('abort', close, { once: true })
    try {
      await connection.connect()
      return await ask(connection)
    } catch (error) {
      logger.debug('Seed broker failed', { broker: nameOf(endpoint), error: (error as Error).message })
      throw error
    } finally {
      over.removeEventListener('abort', close)
      connection.close()
    }
  }
}

function distinct(seeds: readonly Endpoint[]): Endpoint[] {
  return [...new Map(seeds.map(seed => [nameOf(seed), seed])).values()]
}

function nameOf({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

function allSeedsFailed(seeds: readonly Endpoint[], errors: readonly unknown[]): unknown {
  if (errors.length === 1) return errors[0]
  const broker = seeds.map(nameOf).join(',')
  const reasons = errors.map((error, index) => `${nameOf(seeds[index])}: ${(error as Error).message}`)
  return new KafkaJSConnectionError(`No seed broker could be reached. ${reasons.join('; ')}`, {
    broker,
    code: errors.map(error => (error as { code?: unknown }).code).find(code => typeof code === 'string'),
    cause: new AggregateError(errors, 'No seed broker could be reached'),
    retriable: errors.some(error => retryPolicy(error).retriable)
  })
}
