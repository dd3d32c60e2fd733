import { KafkaFrameError } from '../errors/decode-errors'

/** Longest response that is taken, bytes: far above what brokers send, as a fetch asks for `maxBytes` and gets at most one batch more. */
export const defaultMaxResponseBytes = 100 * 1024 * 1024

/** Up to here a frame gets its memory at once. */
const allocatedAtOnce = 1024 * 1024
/** Above, when this share of it has come in. */
const shareBeforeAllocation = 1 / 8

/**
 * Cuts a stream of bytes into frames: a length of four bytes, then as many bytes.
 *
 * A frame that lies whole in one chunk is a view of it. Any other is copied once, into a buffer of its announced size. What a peer announces
 * is not believed: beyond 1 MiB the memory is only taken when an eighth of the bytes are there (the chunks wait until then), so nobody gets
 * more than eight times of what was sent.
 */
export class FrameDecoder {
  private readonly header = Buffer.alloc(4)
  private headerBytes = 0
  /** Size of the frame that is coming in; −1 between frames. */
  private size = -1
  private target: Buffer | undefined
  /** Bytes of the frame that are in `target` or `waiting`. */
  private filled = 0
  private waiting: Buffer[] = []
  private framesSeen = 0

  /**
   * @param onFrame gets each frame without its length; the buffer is the handler's to keep
   * @param maxFrameBytes longer frames are refused
   */
  constructor(
    private readonly onFrame: (frame: Buffer) => void,
    private readonly maxFrameBytes: number = defaultMaxResponseBytes
  ) {}

  /**
   * Takes the next bytes of the stream; calls `onFrame` for every frame that they complete.
   * @throws KafkaFrameError on a length that cannot be right; the stream is then of no use any more
   */
  push(chunk: Buffer): void {
    let offset = 0
    while (offset < chunk.length) {
      if (this.size < 0) {
        offset = this.readHeader(chunk, offset)
        if (this.size < 0 || offset === chunk.length) break
        if (chunk.length - offset >= this.size) {
          const end = offset + this.size
          this.emit(chunk.subarray(offset, end))
          offset = end
          continue
        }
      }
      offset = this.fill(chunk, offset)
    }
  }

  private readHeader(chunk: Buffer, offset: number): number {
    if (this.headerBytes === 0 && chunk.length - offset >= 4) {
      this.begin(chunk.readInt32BE(offset))
      return offset + 4
    }
    const end = Math.min(chunk.length, offset + 4 - this.headerBytes)
    chunk.copy(this.header, this.headerBytes, offset, end)
    this.headerBytes += end - offset
    if (this.headerBytes === 4) this.begin(this.header.readInt32BE(0))
    return end
  }

  private begin(size: number): void {
    this.headerBytes = 0
    // Every frame begins with a correlation id of four bytes.
    if (size < 4 || size > this.maxFrameBytes) throw new KafkaFrameError(describe(size, this.maxFrameBytes, this.framesSeen === 0))
    this.size = size
    this.filled = 0
  }

  private fill(chunk: Buffer, offset: number): number {
    const end = Math.min(chunk.length, offset + this.size - this.filled)
    const piece = chunk.subarray(offset, end)
    if (this.target === undefined && (this.size <= allocatedAtOnce || this.filled + piece.length >= this.size * shareBeforeAllocation)) {
      // Not from the shared pool: a frame lives as long as the records in it, and must not keep anything else alive.
      this.target = Buffer.allocUnsafeSlow(this.size)
      let at = 0
      for (const waiting of this.waiting) at += waiting.copy(this.target, at)
      this.waiting = []
    }
    if (this.target === undefined) this.waiting.push(piece)
    else piece.copy(this.target, this.filled)
    this.filled += piece.length
    if (this.target !== undefined && this.filled === this.size) {
      const frame = this.target
      this.target = undefined
      this.emit(frame)
    }
    return end
  }

  private emit(frame: Buffer): void {
    this.size = -1
    this.framesSeen++
    this.onFrame(frame)
  }
}

/** A wrong length is nearly always the beginning of another protocol. */
function describe(size: number, limit: number, first: boolean): string {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(size, 0)
  const text = bytes.toString('latin1')
  if (text === 'HTTP') return 'The peer answers in HTTP: this is a web server or a proxy, not a Kafka broker'
  if (first && bytes[1] === 3 && bytes[0] === 0x15)
    return 'The peer answers with a TLS alert: the listener speaks TLS, so `ssl` has to be set'
  if (first && bytes[1] === 3 && bytes[0] === 0x16) return 'The peer begins a TLS handshake, Kafka was expected: is this the right port?'
  if (first && /^[\x20-\x7e]{4}$/.test(text)) return `The peer answers with text ("${text}…"): this is not a Kafka broker`
  return size < 4
    ? `A response of ${size} bytes was announced, which is too short: the peer does not speak Kafka, or the stream is out of step`
    : `A response of ${size} bytes was announced, more than the limit of ${limit}: the peer does not speak Kafka, or the stream is out of step`
}
