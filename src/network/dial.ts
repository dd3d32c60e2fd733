import net from 'node:net'
import type { Clock, Timer } from '../utils/clock'

/** Where and how long to dial. */
export interface DialOptions {
  /** IP addresses in the order in which to try them, at least one. */
  readonly addresses: readonly string[]
  readonly port: number
  readonly clock: Clock
  /** Ends the attempt; the promise then rejects with its reason. */
  readonly signal: AbortSignal
}

/** When an address has not answered for this long, the next is tried as well, ms (RFC 8305). */
const staggerMs = 250
const keepAliveMs = 60_000

/** No address took the connection. */
export class DialError extends Error {
  override readonly name = 'DialError'
  /** The operating system's word for the first address. */
  readonly code: string | undefined

  /** @param errors one per address, in the order of failing */
  constructor(readonly errors: readonly NodeJS.ErrnoException[]) {
    super(errors.map(({ message }) => message).join('; '))
    this.code = errors[0]?.code
  }
}

/**
 * Connects by TCP to the first of several addresses that takes it. One that refuses makes way for the next at once; one that says nothing (a dead
 * machine behind a name with several addresses) delays the next only by a quarter of a second and stays in the race.
 * @throws DialError when all refuse, or the signal's reason
 */
export function dial({ addresses, port, clock, signal }: DialOptions): Promise<net.Socket> {
  return new Promise<net.Socket>((resolve, reject) => {
    const racing = new Set<net.Socket>()
    const errors: Error[] = []
    let next = 0
    let timer: Timer | undefined
    const end = (winner: net.Socket | undefined, settle: () => void): void => {
      timer?.cancel()
      signal.removeEventListener('abort', onAbort)
      for (const socket of racing) if (socket !== winner) socket.destroy()
      settle()
    }
    const onAbort = (): void => end(undefined, () => reject(signal.reason as Error))
    const tryNext = (): void => {
      timer?.cancel()
      const socket = net.connect({
        host: addresses[next++],
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: keepAliveMs
      })
      const onError = (error: Error): void => {
        racing.delete(socket)
        errors.push(error)
        if (errors.length === addresses.length) end(undefined, () => reject(new DialError(errors)))
        else if (racing.size === 0) tryNext()
      }
      racing.add(socket)
      socket.once('error', onError)
      socket.once('connect', () => {
        socket.off('error', onError)
        end(socket, () => resolve(socket))
      })
      timer = next < addresses.length ? clock.schedule(staggerMs, tryNext) : undefined
    }
    if (signal.aborted) reject(signal.reason as Error)
    else {
      signal.addEventListener('abort', onAbort, { once: true })
      tryNext()
    }
  })
}
