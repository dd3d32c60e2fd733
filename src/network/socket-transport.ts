import type { Socket } from 'node:net'
import { Writable } from 'node:stream'
import type { Transport, TransportHandlers } from './transport'

/**
 * A transport on a socket that is connected: from node:net, node:tls, or from a user's `socketFactory`. Of the latter only what KafkaJS needs
 * is taken for granted: `on` (data, end, error, timeout), `write` and `end`.
 */
export class SocketTransport implements Transport {
  readonly remoteAddress: string | undefined
  private handlers: TransportHandlers | undefined
  private error: Error | undefined
  private isClosed = false
  /** Made once, not per write. */
  private readonly onWritten = (error?: Error | null): void => {
    // An error closes the socket, which tells the owner.
    if ((error === undefined || error === null) && !this.isClosed) this.handlers?.onFlushed()
  }

  /** Listens from here on, so that an error that comes before `attach` is not thrown at the process. */
  constructor(private readonly socket: Socket) {
    this.remoteAddress = socket.remoteAddress
    socket.on('error', (error: Error) => {
      this.error ??= error
      this.destroy()
    })
    socket.on('timeout', () => {
      this.error ??= new Error('The socket timed out')
      this.destroy()
    })
    // A broker never ends just its own direction, so its end is the end.
    socket.on('end', () => this.destroy())
    socket.on('close', () => this.close())
  }

  attach(handlers: TransportHandlers): void {
    this.handlers = handlers
    if (this.isClosed) process.nextTick(() => handlers.onClose(this.error))
    else this.socket.on('data', (chunk: Buffer) => handlers.onData(chunk))
  }

  write(chunks: readonly Uint8Array[]): void {
    const { socket } = this
    if (!(socket instanceof Writable)) {
      ;(socket as Socket).write(Buffer.concat(chunks), 'binary')
      process.nextTick(this.onWritten)
      return
    }
    const last = chunks.length - 1
    if (last > 0) socket.cork()
    for (let i = 0; i < last; i++) socket.write(chunks[i])
    socket.write(chunks[last], this.onWritten)
    if (last > 0) socket.uncork()
  }

  end(): void {
    const { socket } = this
    if (socket instanceof Writable) socket.once('finish', () => this.destroy())
    socket.end()
  }

  destroy(): void {
    const { socket } = this
    if (typeof socket.destroy === 'function') socket.destroy()
    else {
      socket.end()
      this.close()
    }
  }

  private close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.handlers?.onClose(this.error)
  }
}
