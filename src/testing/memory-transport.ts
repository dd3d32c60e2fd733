import { Duplex } from 'node:stream'

/** One end of a connection inside the process; quacks like a `net.Socket` as far as Kafka clients ask. */
export class MemorySocket extends Duplex {
  /** What the other end is. */
  peer!: MemorySocket
  readonly remoteAddress = '127.0.0.1'

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    // A copy: on a real socket the writer may reuse its buffer once the write is done.
    const copy = Buffer.from(chunk)
    // Never inside the writer's call: KafkaJS notes a request only after it has written it, and would not know what the answer is to.
    process.nextTick(() => {
      if (!this.peer.destroyed && !this.peer.readableEnded) this.peer.push(copy)
      callback()
    })
  }

  override _final(callback: () => void): void {
    if (!this.peer.readableEnded) this.peer.push(null)
    callback()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    const { peer } = this
    if (!peer.destroyed)
      setImmediate(() => peer.destroy(error === null ? undefined : Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })))
    callback(error)
  }

  destroySoon(): void {
    this.end(() => this.destroy())
  }

  resetAndDestroy(): void {
    this.destroy(Object.assign(new Error('connection reset'), { code: 'ECONNRESET' }))
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  setTimeout(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}

/** The two ends of a connection inside the process. */
export function memorySocketPair(): [client: MemorySocket, server: MemorySocket] {
  const client = new MemorySocket()
  const server = new MemorySocket()
  client.peer = server
  server.peer = client
  return [client, server]
}
