import type { Socket } from 'node:net'
import type { ClientConfig } from '../config/client-config'
import type { ISocketFactory } from '../types/client'
import type { Endpoint } from '../types/endpoint'

/**
 * A socket from the user's `socketFactory`, once it says that it is connected (and secured, which is the factory's business, too).
 * Rejects with what the factory throws or the socket emits before that, or with the signal's reason.
 */
export function factorySocket(
  factory: ISocketFactory,
  { host, port }: Endpoint,
  ssl: ClientConfig['tls'],
  signal: AbortSignal
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let socket: Socket | undefined
    let connected = false
    let settled = false
    const succeed = (): void => {
      if (settled || socket === undefined) return
      settled = true
      signal.removeEventListener('abort', onAbort)
      socket.off?.('error', fail)
      resolve(socket)
    }
    const fail = (reason: Error): void => {
      if (settled) return
      settled = true
      signal.removeEventListener('abort', onAbort)
      if (typeof socket?.destroy === 'function') socket.destroy()
      else socket?.end()
      reject(reason)
    }
    const onAbort = (): void => fail(signal.reason as Error)
    try {
      // A factory may call `onConnect` before it returns.
      socket = factory({
        host,
        port,
        ssl: ssl as NonNullable<typeof ssl>,
        onConnect: () => {
          connected = true
          succeed()
        }
      })
    } catch (error) {
      reject(error)
      return
    }
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('The socket was closed before it was connected')))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    if (connected) succeed()
  })
}
