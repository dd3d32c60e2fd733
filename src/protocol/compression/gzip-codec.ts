import { gzip, gzipSync, gunzip, gunzipSync } from 'node:zlib'
import { promisify } from 'node:util'
import { KafkaDecompressionError } from '../../errors/decode-errors'
import type { Codec } from './codec'

const gzipAsync = promisify(gzip)
const gunzipAsync = promisify(gunzip)

/** Up to this many bytes a trip to zlib's threads costs more than it saves. */
const inlineBytes = 16 * 1024

/** gzip by `node:zlib`; larger inputs outside the main thread. */
export const gzipCodec: Codec = {
  compress(data) {
    return data.length <= inlineBytes ? gzipSync(data) : gzipAsync(data)
  },

  decompress(data, maxBytes) {
    const options = { maxOutputLength: Math.max(1, maxBytes) }
    if (data.length > inlineBytes) return gunzipAsync(data, options).catch((error: unknown) => fail(error, maxBytes))
    try {
      return gunzipSync(data, options)
    } catch (error) {
      return fail(error, maxBytes)
    }
  }
}

function fail(error: unknown, maxBytes: number): never {
  const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
  throw new KafkaDecompressionError(tooLarge ? `gzip: more than ${maxBytes} bytes` : `gzip: ${(error as Error).message}`, { cause: error })
}
