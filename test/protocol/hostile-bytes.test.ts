import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Reader } from '../../src/protocol/reader'
import { generatedCodecs, versionsOf, type AnyCodec } from './interpreter/generated-codecs'

jest.setTimeout(120_000)

const codecs = generatedCodecs()
const samples = gunzipSync(fs.readFileSync(path.join(__dirname, 'fixtures/java-messages.txt.gz')))
  .toString()
  .trimEnd()
  .split('\n')
  .map(line => line.split(' ', 4) as [string, string, string, string])
  .map(([name, version, , base64]) => ({
    codec: codecs.get(name) as AnyCodec,
    version: Number(version),
    bytes: Buffer.from(base64, 'base64')
  }))

/**
 * Decodes and tells whether it went well. Anything but a KafkaDecodeError escapes, and so does a message that holds more values than
 * its bytes can stand for: a value takes at least a byte, but for the fields that the version lacks.
 */
function decodes(codec: AnyCodec, version: number, bytes: Buffer): boolean {
  try {
    const message = codec.decode(new Reader(bytes), version)
    const values = countValues(message)
    if (values > 30 * bytes.length + 100) throw new Error(`${values} values of ${bytes.length} bytes`)
    return true
  } catch (error) {
    if ((error as Error).name === 'KafkaDecodeError') return false
    throw new Error(`${codec.name} version ${version} of ${bytes.toString('hex').slice(0, 2000)}`, { cause: error })
  }
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return 1
  let count = 1
  for (const inner of Object.values(value)) count += countValues(inner)
  return count
}

/** Runs over the positions of a sample; of long ones over about 300. */
function* positions({ bytes }: { bytes: Buffer }): Generator<number> {
  const step = Math.max(1, Math.floor(bytes.length / 300))
  for (let at = 0; at < bytes.length; at += step) yield at
}

describe('hostile bytes', () => {
  it('refuses every message that is cut short', () => {
    for (const sample of samples) {
      const { codec, version, bytes } = sample
      for (const length of positions(sample)) {
        if (decodes(codec, version, bytes.subarray(0, length))) throw new Error(`${codec.name} version ${version} of ${length} bytes`)
      }
    }
  })

  it.each([0x01, 0x80, 0xff])('bears every byte changed by %d', change => {
    let refused = 0
    for (const sample of samples) {
      const bytes = Buffer.from(sample.bytes)
      for (const at of positions(sample)) {
        bytes[at] ^= change
        if (!decodes(sample.codec, sample.version, bytes)) refused++
        bytes[at] = sample.bytes[at]
      }
    }
    expect(refused).toBeGreaterThan(1000)
  })

  it.each([
    ['the greatest int32', '7fffffff'],
    ['the least int32', '80000000'],
    ['minus one', 'ffffffff'],
    ['minus two', 'fffffffe'],
    ['a million', '000f4240'],
    ['the greatest varint', 'ffffffff0f'],
    ['a varint of 2^31', '8080808008'],
    ['a varint that is too long', 'ffffffffff01'],
    ['a varint that never ends', 'ffffffffffffffffffff'],
    ['zeros', '0000000000000000']
  ])('bears %s anywhere', (_, hex) => {
    const value = Buffer.from(hex, 'hex')
    let refused = 0
    for (const sample of samples) {
      const bytes = Buffer.from(sample.bytes)
      for (const at of positions(sample)) {
        value.copy(bytes, at)
        if (!decodes(sample.codec, sample.version, bytes)) refused++
        sample.bytes.copy(bytes, at, at, at + value.length)
      }
    }
    expect(refused).toBeGreaterThan(100)
  })

  it('bears long runs of one byte', () => {
    for (const byte of [0x00, 0x01, 0x02, 0x03, 0x04, 0x10, 0x7f, 0x80, 0x81, 0xff]) {
      const bytes = Buffer.alloc(16384, byte)
      for (const codec of codecs.values()) {
        for (const version of versionsOf(codec)) decodes(codec, version, bytes)
      }
    }
  })
})
