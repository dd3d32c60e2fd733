import type { Duplex } from 'node:stream'
import type { Listener } from './listener'
import type { SaslSession } from './security/sasl-session'
import type { FetchSessions } from './storage/fetch-sessions'

/** A broker, as handlers and the rest of the cluster see it. */
export interface BrokerView {
  readonly nodeId: number
  readonly host: string
  readonly rack: string | null
  /** Whether it serves; a dead one refuses connections. */
  readonly alive: boolean
  /** Port by listener name; known once the broker has listened. */
  readonly ports: ReadonlyMap<string, number>
  readonly fetchSessions: FetchSessions
  /** A broker config in force here, as a number. */
  config(name: string): number
  /** Breaks or ends every connection; the broker goes on serving. */
  dropConnections(how?: 'close' | 'reset'): void
  /** Sends bytes on every connection that nobody has asked for. */
  sendRaw(bytes: Uint8Array): void
  connectInMemory(listener: Listener): Duplex
}

/** A client's connection, as handlers see it. */
export interface ConnectionView {
  /** Grows with each connection of the cluster. */
  readonly id: number
  readonly listener: Listener
  readonly remoteAddress: string
  /** Who the client is, e.g. `User:ANONYMOUS`. */
  principal: string
  readonly isClosed: boolean
  /** Undefined where the listener does not ask who clients are. */
  readonly sasl: SaslSession | undefined
  /** Ends the connection; a request that waits is let go of. */
  close(): void
  /** Breaks the connection: the client sees a reset where the transport has one. */
  reset(): void
  /** Serves no requests for that long (KIP-219). */
  mute(ms: number): void
  /** Sends bytes as they are, past the queue. */
  sendRaw(bytes: Uint8Array): void
}
