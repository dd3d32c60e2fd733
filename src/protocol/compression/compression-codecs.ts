import { CompressionTypes } from '../../types/enums'
import type { Codec, CodecFactory } from './codec'
import { gzipCodec } from './gzip-codec'
import { lz4Codec } from './lz4-codec'
import { snappyCodec } from './snappy-codec'
import { zstdCodec } from './zstd-codec'

/** Most bytes one compressed batch may expand to, unless told otherwise: 256 MiB. */
export const defaultMaxDecompressedBytes = 256 * 1024 * 1024

const builtIn = new Map<CodecFactory, Codec>()

/**
 * The codecs by their number in `CompressionTypes`. Assigning a factory of one's own, e.g. a KafkaJS plug-in, replaces the built-in
 * codec: `CompressionCodecs[CompressionTypes.Snappy] = () => ({ compress, decompress })`.
 */
export const CompressionCodecs: Record<number, CodecFactory> = {
  [CompressionTypes.GZIP]: register(gzipCodec),
  [CompressionTypes.Snappy]: register(snappyCodec),
  [CompressionTypes.LZ4]: register(lz4Codec),
  [CompressionTypes.ZSTD]: register(zstdCodec)
}

/** The codec in force for a type: a registered plug-in, else the built-in one; undefined when there is none. */
export function lookupCodec(type: number): Codec | undefined {
  const factory = CompressionCodecs[type]
  if (factory === undefined) return undefined
  const codec = builtIn.get(factory)
  if (codec !== undefined) return codec
  const plugin = factory()
  return {
    compress: data => plugin.compress({ buffer: data }),
    decompress: data => plugin.decompress(data)
  }
}

/** Makes a built-in codec look like a plug-in, for whoever takes it from the registry and uses it. */
function register(codec: Codec): CodecFactory {
  const factory: CodecFactory = () => ({
    compress: async encoder => codec.compress(encoder.buffer),
    decompress: async buffer => codec.decompress(buffer, defaultMaxDecompressedBytes)
  })
  builtIn.set(factory, codec)
  return factory
}
