import { Duplex } from 'node:stream'
import type { MemorySocket } from '../../../src/testing/memory-transport'

/** Puts something in a lane: what one lane holds happens in order, what different lanes hold in any. */
export type Enqueue = (lane: string, act: () => void) => void

/**
 * A client's end of a connection inside the process on which nothing arrives by itself: each piece of bytes, the connect, the end and
 * the breaking wait in a lane, one for each direction, until the scheduler comes to them.
 */
export class ScheduledSocket extends Duplex {
  private readonly up: string
  private readonly down: string

  constructor(
    readonly name: string,
    private readonly wire: MemorySocket,
    private readonly enqueue: Enqueue,
    onConnect: () => void
  ) {
    super()
    this.up = `${name} request`
    this.down = `${name} answer`
    wire.on('connect', () =>
      this.arrive(() => {
        this.emit('connect')
        onConnect()
      })
    )
    wire.on('data', (chunk: Buffer) => this.arrive(() => this.push(chunk)))
    wire.on('end', () => this.arrive(() => this.push(null)))
    // A break overtakes nothing that came before it, as on TCP when the peer has sent all and then resets.
    wire.on('error', (error: Error) => this.arrive(() => this.destroy(error)))
    wire.on('close', () => this.arrive(() => this.destroy()))
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    // A copy: on a real socket the writer may reuse its buffer once the write is done.
    const copy = Buffer.from(chunk)
    this.enqueue(this.up, () => {
      if (this.wire.writable) this.wire.write(copy)
    })
    callback()
  }

  override _final(callback: () => void): void {
    this.enqueue(this.up, () => this.wire.end())
    callback()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    // What was written before still arrives.
    this.enqueue(this.up, () => this.wire.destroy())
    callback(error)
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  private arrive(act: () => void): void {
    this.enqueue(this.down, () => {
      if (!this.destroyed) act()
    })
  }
}
