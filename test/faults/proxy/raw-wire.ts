import { once } from 'node:events'
import net, { type Socket } from 'node:net'
import { FrameSplitter } from './frame'

/** One end of a raw connection: everything that came, and how it ended. */
export class RawEnd {
  /** How many bytes came. */
  length = 0
  /** `fin` when the peer ended in order. */
  readonly ended: Promise<'fin' | 'rst'>
  private chunks: Buffer[] = []
  private readonly waiters = new Set<() => void>()

  constructor(readonly socket: Socket) {
    socket.setNoDelay(true)
    this.ended = new Promise(resolve => {
      socket.once('end', () => resolve('fin'))
      socket.once('error', () => resolve('rst'))
    })
    socket.on('data', chunk => {
      this.chunks.push(chunk)
      this.length += chunk.length
      for (const wake of this.waiters) wake()
    })
  }

  static async connect(port: number): Promise<RawEnd> {
    const socket = net.connect(port, '127.0.0.1')
    const end = new RawEnd(socket)
    // A connection that is reset at once can fail before it says that it is there.
    await new Promise<void>(resolve => socket.once('connect', resolve).once('close', () => resolve()))
    return end
  }

  /** All bytes that came. */
  get received(): Buffer {
    if (this.chunks.length !== 1) this.chunks = [Buffer.concat(this.chunks, this.length)]
    return this.chunks[0] ?? Buffer.alloc(0)
  }

  /** The first `count` bytes, once they are there. */
  async bytes(count: number): Promise<Buffer> {
    await this.until(() => this.length >= count)
    return this.received.subarray(0, count)
  }

  write(bytes: Buffer): void {
    this.socket.write(bytes)
  }

  private until(condition: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = (): void => {
        if (!condition()) return
        this.waiters.delete(look)
        resolve()
      }
      this.waiters.add(look)
      look()
    })
  }
}

/** A server that writes down what comes and answers every whole frame with the same correlation id and payload, or as it is told. */
export class RawBroker {
  readonly connections: RawEnd[] = []
  /** Frames that get no answer until `answerAll`. */
  silent = false
  private readonly unanswered: [RawEnd, Buffer][] = []
  private readonly arrivals = new Set<() => void>()

  private constructor(private readonly server: net.Server) {}

  static async start(): Promise<RawBroker> {
    const server = net.createServer()
    const broker = new RawBroker(server)
    server.on('connection', socket => broker.take(new RawEnd(socket)))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return broker
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port
  }

  /** The connection with that number, from 0, once it is there. */
  connection(index = 0): Promise<RawEnd> {
    return new Promise(resolve => {
      const look = (): void => {
        const found = this.connections[index]
        if (found === undefined) return
        this.arrivals.delete(look)
        resolve(found)
      }
      this.arrivals.add(look)
      look()
    })
  }

  answerAll(): void {
    for (const [end, frame] of this.unanswered.splice(0)) end.write(answerTo(frame))
  }

  async stop(): Promise<void> {
    for (const { socket } of this.connections) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
  }

  private take(end: RawEnd): void {
    this.connections.push(end)
    for (const look of this.arrivals) look()
    const splitter = new FrameSplitter()
    end.socket.on('data', chunk => {
      for (const frame of splitter.push(chunk).frames) this.unanswered.push([end, frame])
      if (!this.silent) this.answerAll()
    })
  }
}

/** A request with a header of version 1 by client `c`. */
export function request(key: number, correlationId: number, payload = 'ping'): Buffer {
  const body = Buffer.alloc(11)
  body.writeInt16BE(key, 0)
  body.writeInt16BE(0, 2)
  body.writeInt32BE(correlationId, 4)
  body.writeInt16BE(1, 8)
  body.write('c', 10)
  return framed(Buffer.concat([body, Buffer.from(payload)]))
}

/** The answer of a {@link RawBroker}: the correlation id, and the payload behind the request's header. */
export function answerTo(frame: Buffer): Buffer {
  return framed(Buffer.concat([frame.subarray(8, 12), frame.subarray(15)]))
}

function framed(body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length)
  return Buffer.concat([length, body])
}
