import { isPromise } from './is-promise'
import { KafkaDecompressionError } from '../../errors/decode-errors'
import { isKafkaJSError } from '../../errors/kafkajs-error'
import { KafkaJSNotImplemented } from '../../errors/usage-errors'
import { lookupCodec } from './compression-codecs'

/** Where compressed records come from; goes into the errors. */
export interface CompressedSource {
  readonly source: { readonly topic?: string | undefined; readonly partition?: number | undefined }
  readonly exactBaseOffset: bigint
}

/**
 * Decompresses the records section of a batch, or the value of a wrapper message.
 * @param type as in `CompressionTypes`, not None
 * @throws KafkaDecompressionError with topic, partition and offset; KafkaJSNotImplemented when there is no such codec
 */
export function decompressRecords(type: number, data: Buffer, maxBytes: number, batch: CompressedSource): Buffer | Promise<Buffer> {
  const codec = lookupCodec(type)
  if (codec === undefined) throw new KafkaJSNotImplemented(`compression type ${type} is not known`)
  const check = (bytes: Buffer): Buffer => {
    // Plug-ins do not know the limit.
    if (bytes.length > maxBytes) throw failure(new Error(`${bytes.length} bytes, more than ${maxBytes}`), batch)
    return bytes
  }
  const refuse = (error: unknown): never => {
    throw failure(error, batch)
  }
  try {
    const bytes = codec.decompress(data, maxBytes)
    return isPromise(bytes) ? bytes.then(check).catch(refuse) : check(bytes)
  } catch (error) {
    return refuse(error)
  }
}

function failure(error: unknown, { source, exactBaseOffset }: CompressedSource): unknown {
  // A missing package is no fault of the data.
  if (isKafkaJSError(error) && !(error instanceof KafkaDecompressionError)) return error
  if (error instanceof KafkaDecompressionError && error.offset !== undefined) return error
  const place = source.topic === undefined ? '' : ` of ${source.topic}[${source.partition ?? '?'}]`
  const reason = error instanceof Error ? error.message : String(error)
  return new KafkaDecompressionError(`records${place} at offset ${exactBaseOffset} do not decompress: ${reason}`, {
    ...source,
    offset: exactBaseOffset,
    cause: error
  })
}
