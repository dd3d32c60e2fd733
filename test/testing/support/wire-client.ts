import net from 'node:net'
import type { Duplex } from 'node:stream'
import type { Api } from '../../../src/protocol/api'
import { FrameDecoder } from '../../../src/protocol/frame-decoder'
import { decodeResponse, encodeRequest } from '../../../src/protocol/framing'

/** A client without any logic: what it is told to send it sends, as many requests at a time as the test likes. */
export class WireClient {
  private readonly waiting = new Map<number, { decode: (frame: Buffer) => void; fail: (error: Error) => void }>()
  private readonly waitingForBytes: ((frame: Buffer | null) => void)[] = []
  private correlationId = 0
  private isClosed = false

  private constructor(
    private readonly socket: Duplex,
    private readonly clientId: string
  ) {
    const frames = new FrameDecoder(frame => this.receive(frame), 100_000_000)
    socket.on('data', (chunk: Buffer) => frames.push(chunk))
    socket.on('error', () => {})
    socket.on('close', () => {
      this.isClosed = true
      for (const { fail } of this.waiting.values()) fail(new Error('The broker closed the connection'))
      this.waiting.clear()
      for (const resolve of this.waitingForBytes.splice(0)) resolve(null)
    })
  }

  /** @param address `host:port` */
  static async connect(address: string, clientId = 'wire'): Promise<WireClient> {
    const [host, port] = address.split(':')
    const socket = net.connect({ host, port: Number(port), noDelay: true })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    return new WireClient(socket, clientId)
  }

  /** On a connection that is open already, such as one in memory. */
  static on(socket: Duplex, clientId = 'wire'): WireClient {
    return new WireClient(socket, clientId)
  }

  send<Input, Response>(api: Api<Input, unknown, never, Response>, version: number, body: Input): Promise<Response> {
    if (this.isClosed) return Promise.reject(new Error('The broker closed the connection'))
    const correlationId = ++this.correlationId
    const answer = new Promise<Response>((resolve, reject) => {
      this.waiting.set(correlationId, {
        decode: frame => {
          const decoded = decodeResponse(api, version, frame)
          if (decoded.unreadBytes > 0) reject(new Error(`${api.name} ${version}: ${decoded.unreadBytes} bytes too many`))
          else resolve(decoded.body)
        },
        fail: reject
      })
    })
    for (const chunk of encodeRequest(api as never, version, correlationId, this.clientId, body as never)) this.socket.write(chunk)
    return answer
  }

  /**
   * Sends bytes as they are.
   * @returns the next answer that no `send` waits for, without its length; null when the broker closes the connection instead
   */
  sendBytes(bytes: Uint8Array): Promise<Buffer | null> {
    if (this.isClosed) return Promise.resolve(null)
    const answer = new Promise<Buffer | null>(resolve => this.waitingForBytes.push(resolve))
    this.socket.write(bytes)
    return answer
  }

  close(): void {
    this.socket.destroy()
  }

  private receive(frame: Buffer): void {
    const correlationId = frame.readInt32BE(0)
    const entry = this.waiting.get(correlationId)
    this.waiting.delete(correlationId)
    if (entry === undefined) {
      this.waitingForBytes.shift()?.(Buffer.from(frame))
      return
    }
    try {
      entry.decode(Buffer.from(frame))
    } catch (error) {
      entry.fail(error as Error)
    }
  }
}
