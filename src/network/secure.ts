import net from 'node:net'
import tls from 'node:tls'

/**
 * TLS on a socket that is connected. The certificate has to be for `host`: name or IP address, without the dot that may end a full name. The user's
 * options win, as in KafkaJS. No session is taken over from another connection.
 * Rejects with the handshake's error, or with the signal's reason; the socket is then destroyed.
 */
export function secure(socket: net.Socket, host: string, options: tls.ConnectionOptions, signal: AbortSignal): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = host.replace(/\.$/, '')
    let secured: tls.TLSSocket
    try {
      secured = tls.connect({ host: name, ...(net.isIP(name) === 0 ? { servername: name } : {}), ...options, socket })
    } catch (error) {
      // Keys and certificates that cannot be read.
      socket.destroy()
      reject(error)
      return
    }
    const fail = (reason: Error): void => {
      stop()
      // The socket may have more to say about its end, and somebody has to listen.
      secured.on('error', () => {})
      secured.destroy()
      reject(reason)
    }
    const onAbort = (): void => fail(signal.reason as Error)
    const onSecure = (): void => {
      stop()
      resolve(secured)
    }
    const stop = (): void => {
      signal.removeEventListener('abort', onAbort)
      secured.off('error', fail)
      secured.off('secureConnect', onSecure)
    }
    secured.on('error', fail)
    secured.on('secureConnect', onSecure)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}
