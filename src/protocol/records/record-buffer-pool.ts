/**
 * Buffers of record batches, kept for the next batch: a fresh one of 128 KiB costs page faults, and a garbage collection now and then.
 * Sizes are powers of two, so that any released buffer fits the next batch of its size.
 */
export class RecordBufferPool {
  readonly #free = new Map<number, Buffer[]>()
  readonly #limitBytes: number
  #keptBytes = 0

  /** @param limitBytes how much is kept at most while nobody uses it, default 32 MiB */
  constructor(limitBytes = 32 * 1024 * 1024) {
    this.#limitBytes = limitBytes
  }

  /** Bytes kept for later. */
  get keptBytes(): number {
    return this.#keptBytes
  }

  /** A buffer of at least `minBytes`; its content is left over from earlier use. */
  acquire(minBytes: number): Buffer {
    const size = roundUp(minBytes)
    const buffer = this.#free.get(size)?.pop()
    if (buffer === undefined) return Buffer.allocUnsafeSlow(size)
    this.#keptBytes -= size
    return buffer
  }

  /** Gives back a buffer that nobody reads or writes any more. */
  release(buffer: Buffer): void {
    const size = buffer.length
    if (size !== roundUp(size) || this.#keptBytes + size > this.#limitBytes) return
    const list = this.#free.get(size)
    if (list === undefined) this.#free.set(size, [buffer])
    else list.push(buffer)
    this.#keptBytes += size
  }
}

const smallest = 1024

function roundUp(bytes: number): number {
  if (bytes <= smallest) return smallest
  // Above 1 GiB 32-bit shifts end; such a batch gets exactly what it asks for.
  return bytes > 0x4000_0000 ? bytes : 2 ** (32 - Math.clz32(bytes - 1))
}
