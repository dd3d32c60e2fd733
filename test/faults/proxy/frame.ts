import { allApis } from '../../../src/protocol/generated/all-apis'
import type { Direction } from './fault-rule'

/** One request or response with its length, and what it is. */
export interface Frame {
  readonly direction: Direction
  /** Length and all. */
  bytes: Buffer
  /** Kafka's name; `?` for what has no header that makes sense. */
  readonly api: string
  readonly key: number
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
  /** Which request of this API it is, or answers: counted from 1 over all connections of a proxy; 0 where that means nothing. */
  readonly number: number
}

const lengthBytes = 4
/** A peer that says more is not speaking Kafka. */
const longest = 1 << 28

/** Cuts what comes from a socket into frames. What can be none is handed on as it is, with everything behind it. */
export class FrameSplitter {
  private chunks: Buffer[] = []
  private length = 0
  /** Bytes that have to be there before looking again. */
  private wanted = lengthBytes
  private raw = false

  /** @returns complete frames, and `raw` bytes when this is no stream of frames */
  push(chunk: Buffer): { frames: Buffer[]; raw: Buffer | undefined } {
    if (this.raw) return { frames: [], raw: chunk }
    this.chunks.push(chunk)
    this.length += chunk.length
    const frames: Buffer[] = []
    if (this.length < this.wanted) return { frames, raw: undefined }
    const bytes = this.takeRest()
    let start = 0
    while (bytes.length - start >= lengthBytes) {
      const length = lengthBytes + bytes.readInt32BE(start)
      if (length < lengthBytes || length > longest) {
        this.raw = true
        return { frames, raw: bytes.subarray(start) }
      }
      if (bytes.length - start < length) {
        this.wanted = length
        break
      }
      frames.push(bytes.subarray(start, start + length))
      start += length
    }
    this.chunks = [bytes.subarray(start)]
    this.length = bytes.length - start
    return { frames, raw: undefined }
  }

  /** The beginning of a frame that has not come to its end. */
  takeRest(): Buffer {
    const [first = Buffer.alloc(0), ...more] = this.chunks
    const rest = more.length === 0 ? first : Buffer.concat(this.chunks, this.length)
    this.chunks = []
    this.length = 0
    this.wanted = lengthBytes
    return rest
  }
}

/** Reads the header of a request as far as all versions agree. */
export function requestFrame(bytes: Buffer, count: (api: string) => number): Frame {
  if (bytes.length < lengthBytes + 10) return unknownFrame('request', bytes)
  const key = bytes.readInt16BE(4)
  const clientIdLength = bytes.readInt16BE(12)
  const clientId = clientIdLength >= 0 ? bytes.toString('utf8', 14, 14 + clientIdLength) : null
  const api = allApis.get(key)?.name ?? `${key}`
  const version = bytes.readInt16BE(6)
  return { direction: 'request', bytes, api, key, version, correlationId: bytes.readInt32BE(8), clientId, number: count(api) }
}

/** Finds the request that a response answers; those before it that got no answer are taken out of `open`. */
export function responseFrame(bytes: Buffer, open: Frame[]): Frame {
  if (bytes.length < lengthBytes + 4) return unknownFrame('response', bytes)
  const correlationId = bytes.readInt32BE(4)
  const index = open.findIndex(request => request.correlationId === correlationId)
  const request = open[index]
  if (request === undefined) return { ...unknownFrame('response', bytes), correlationId }
  open.splice(0, index + 1)
  return { ...request, direction: 'response', bytes }
}

/** Bytes without a header that makes sense. */
export function unknownFrame(direction: Direction, bytes: Buffer): Frame {
  return { direction, bytes, api: '?', key: -1, version: -1, correlationId: -1, clientId: null, number: 0 }
}
