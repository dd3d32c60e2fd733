import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { KafkaFrameError } from '../../src/errors/decode-errors'
import { FrameDecoder } from '../../src/protocol/frame-decoder'

const framed = (...bodies: Buffer[]): Buffer =>
  Buffer.concat(
    bodies.flatMap(body => {
      const length = Buffer.alloc(4)
      length.writeInt32BE(body.length, 0)
      return [length, body]
    })
  )

function decoder(maxFrameBytes?: number): { frames: Buffer[]; push: (...chunks: Buffer[]) => void } {
  const frames: Buffer[] = []
  const decoder = new FrameDecoder(frame => frames.push(frame), maxFrameBytes)
  return {
    frames,
    push: (...chunks) => {
      for (const chunk of chunks) decoder.push(chunk)
    }
  }
}

const mib = 1024 * 1024

describe('FrameDecoder', () => {
  const bodies = [Buffer.from('0000'), randomBytes(5), randomBytes(300)]

  test('gives the same frames wherever the stream is cut in two', () => {
    const stream = framed(...bodies)
    for (let cut = 0; cut <= stream.length; cut++) {
      const { frames, push } = decoder()
      push(stream.subarray(0, cut), stream.subarray(cut))
      expect(frames).toEqual(bodies)
    }
  })

  test('gives the same frames byte by byte, in one chunk, and cut at random', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 4, maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 30 })),
        (arrays, cuts) => {
          const expected = arrays.map(array => Buffer.from(array))
          let rest = framed(...expected)
          const { frames, push } = decoder()
          for (const cut of cuts) {
            push(rest.subarray(0, cut))
            rest = rest.subarray(cut)
          }
          for (const byte of rest) push(Buffer.from([byte]))
          expect(frames).toEqual(expected)
        }
      )
    )
  })

  test('does not copy a frame that is whole in its chunk', () => {
    const { frames, push } = decoder()
    const stream = framed(...bodies)
    push(stream)
    expect(frames.map(({ buffer }) => buffer)).toEqual([stream.buffer, stream.buffer, stream.buffer])
    stream.fill(1)
    expect(frames[1]).toEqual(Buffer.alloc(5, 1))
  })

  test('copies a frame that spans chunks into memory of its own', () => {
    const { frames, push } = decoder()
    const stream = framed(bodies[2])
    push(stream.subarray(0, 10), stream.subarray(10))
    expect(frames[0]).toHaveLength(300)
    expect(frames[0]?.buffer.byteLength).toBe(300)
  })

  test('takes memory for a large frame only when an eighth of it has come in', () => {
    const size = 64 * mib
    const allocate = jest.spyOn(Buffer, 'allocUnsafeSlow')
    try {
      const { frames, push } = decoder()
      const body = Buffer.alloc(size, 'abc')
      const length = Buffer.alloc(4)
      length.writeInt32BE(size, 0)
      push(length, body.subarray(0, size / 8 - 1))
      expect(allocate).not.toHaveBeenCalled()
      push(body.subarray(size / 8 - 1, size / 8))
      expect(allocate).toHaveBeenCalledTimes(1)
      push(body.subarray(size / 8))
      expect(allocate).toHaveBeenCalledTimes(1)
      expect(frames).toHaveLength(1)
      expect(frames[0]?.equals(body)).toBe(true)
    } finally {
      allocate.mockRestore()
    }
  })

  test('takes a frame at the limit and refuses one beyond', () => {
    const { frames, push } = decoder(10)
    push(framed(Buffer.alloc(10)))
    expect(frames).toHaveLength(1)
    expect(() => push(framed(Buffer.alloc(11)))).toThrow(KafkaFrameError)
    expect(() => decoder().push(Buffer.from('7fffffff', 'hex'))).toThrow('more than the limit of 104857600')
  })

  test.each([-1, -2147483648, 0, 3])('refuses the length %i', size => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(size, 0)
    expect(() => decoder().push(length)).toThrow(KafkaFrameError)
    const { push } = decoder()
    push(length.subarray(0, 3))
    expect(() => push(length.subarray(3))).toThrow('too short')
  })

  test.each([
    ['HTTP/1.1 400 Bad Request', 'web server'],
    [Buffer.from('15030300020246', 'hex'), 'TLS alert'],
    [Buffer.from('160303007a', 'hex'), 'TLS handshake'],
    ['SSH-2.0-OpenSSH', '"SSH-']
  ])('says what the peer speaks instead of Kafka: %s', (bytes, message) => {
    expect(() => decoder().push(Buffer.from(bytes))).toThrow(message)
  })
})
