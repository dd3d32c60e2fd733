import dns from 'node:dns/promises'
import net from 'node:net'
import type { ClientConfig } from '../config/client-config'
import type { Endpoint } from '../types/endpoint'
import type { Clock } from '../utils/clock'
import { connectionFailed } from './connection-failure'
import type { SetupStage } from './connection-state'
import { dial } from './dial'
import { factorySocket } from './factory-socket'
import { secure } from './secure'
import { SocketTransport } from './socket-transport'
import type { Transport } from './transport'

/** Where to connect, and how. */
export interface ConnectRequest {
  readonly endpoint: Endpoint
  readonly config: Pick<ClientConfig, 'tls' | 'socketFactory'>
  readonly clock: Clock
  /** Ends the attempt; the promise then rejects with its reason. */
  readonly signal: AbortSignal
  /** How many attempts failed before this one. A name with several addresses is tried from another one each time. */
  readonly attempt: number
  /** Told of every step, before it begins. */
  readonly onStage: (stage: SetupStage) => void
}

/**
 * Opens transports. The default goes by node:dns, node:net and node:tls.
 * Rejects with KafkaJSConnectionError, or with the signal's reason.
 */
export type Connector = (request: ConnectRequest) => Promise<Transport>

/** All addresses of a name, as `dns.promises.lookup` gives them. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>

const systemLookup: Lookup = host => dns.lookup(host, { all: true })

/** The default connector. @param lookup asked anew at each attempt, as addresses change */
export function createConnector(lookup: Lookup = systemLookup): Connector {
  return async request => {
    const { endpoint, config, clock, signal, attempt } = request
    let stage: SetupStage = 'dns'
    let address: string | undefined
    const enter = (next: SetupStage): void => {
      stage = next
      request.onStage(next)
    }
    try {
      if (config.socketFactory !== undefined) {
        enter('tcp')
        return new SocketTransport(await factorySocket(config.socketFactory, endpoint, config.tls, signal))
      }
      enter('dns')
      const addresses = await addressesOf(endpoint.host, lookup, signal)
      enter('tcp')
      const socket = await dial({ addresses: rotate(addresses, attempt), port: endpoint.port, clock, signal })
      address = socket.remoteAddress
      if (config.tls === undefined) return new SocketTransport(socket)
      enter('tls')
      return new SocketTransport(await secure(socket, endpoint.host, config.tls, signal))
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      throw connectionFailed({ endpoint, stage, address, cause, hint: hintFor(stage, cause) })
    }
  }
}

async function addressesOf(host: string, lookup: Lookup, signal: AbortSignal): Promise<string[]> {
  if (net.isIP(host) !== 0) return [host]
  const found = await abortable(lookup(host), signal)
  if (found.length === 0) throw new Error(`no address for ${host}`)
  return found.map(({ address }) => address)
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}

/** A look-up cannot be ended, only be left alone. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

function hintFor(stage: SetupStage, cause: unknown): string | undefined {
  const code = (cause as { code?: unknown }).code
  if (stage === 'tcp' && code === 'ECONNREFUSED') return 'Nothing listens there'
  if (stage !== 'tls') return undefined
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return 'Does the listener speak TLS? If not, leave out `ssl`'
  }
  if (code === 'ECONNRESET') return 'The peer hung up: does the listener speak TLS, and does it want a client certificate?'
  return undefined
}
