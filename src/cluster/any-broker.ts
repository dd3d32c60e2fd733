import { errorEntry } from '../errors/error-table'
import { KafkaJSSASLAuthenticationError } from '../errors/connection-errors'
import { KafkaJSProtocolError } from '../errors/protocol-errors'
import type { BrokerConnection } from '../network/broker-connection'
import type { ConnectionPool } from '../network/connection-pool'
import type { Clock } from '../utils/clock'
import { hedge } from './hedge'
import type { MetadataCache } from './metadata-cache'
import type { BrokerNode } from './partition-metadata'

/** Something to ask of a broker, whichever it is. */
export type Ask<T> = (connection: BrokerConnection) => Promise<T>

/** Something that was asked, and who answered. */
export interface Answer<T> {
  readonly nodeId: number
  readonly value: T
}

/** How long a broker may be silent before the next one is asked as well, ms. */
export const staggerMs = 1_000

/**
 * True for errors that every other broker would only repeat: wrong credentials are not tried on each broker in turn
 * (accounts get locked that way), and a broker that wants clients to begin anew speaks for the cluster.
 */
export function isFinalError(error: unknown): boolean {
  if (error instanceof KafkaJSSASLAuthenticationError) return true
  return error instanceof KafkaJSProtocolError && typeof error.code === 'number' && errorEntry(error.code).rebootstrap
}

/**
 * Asks the known brokers one after the other until one answers: those with a ready connection first, the least busy of them
 * at the front, so that no connection is made without need and connections nobody uses can fall idle. Last come those that have been
 * found to lag behind: a broker that is cut off from the controller goes on answering, with leaders of long ago.
 */
export class AnyBroker {
  private readonly lagging = new Set<number>()

  constructor(
    private readonly options: {
      readonly pool: ConnectionPool
      readonly cache: MetadataCache
      readonly clock: Clock
      readonly signal: AbortSignal
      /** In [0, 1); `Math.random` when left out. */
      readonly random?: (() => number) | undefined
    }
  ) {}

  /**
   * @param ask may be called for several brokers at once, see {@link hedge}
   * @throws AllFailedError when no known broker answered, or none is known; a final error; the signal's reason
   */
  async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
    const { pool, clock, signal } = this.options
    const attempt = async (node: BrokerNode): Promise<Answer<T>> => {
      const value = await ask(await pool.get(node, 'general'))
      return { nodeId: node.nodeId, value }
    }
    return hedge(this.candidates(), attempt, { clock, staggerMs, signal, isFinal: isFinalError })
  }

  /** The broker's answer did not help somebody who needed news: others are asked first, until it is their turn again. */
  putLast(nodeId: number): void {
    this.lagging.add(nodeId)
    if (this.options.cache.brokers().every(node => this.lagging.has(node.nodeId))) this.lagging.clear()
  }

  /** There was news: no broker is put last any more. */
  forgetOrder(): void {
    this.lagging.clear()
  }

  private candidates(): BrokerNode[] {
    const { pool, cache, random = Math.random } = this.options
    return cache
      .brokers()
      .map(node => ({
        node,
        lags: Number(this.lagging.has(node.nodeId)),
        load: pool.ready(node.nodeId, 'general')?.inFlightCount ?? Infinity,
        chance: random()
      }))
      .sort((a, b) => a.lags - b.lags || (a.load === b.load ? a.chance - b.chance : a.load - b.load))
      .map(({ node }) => node)
  }
}
