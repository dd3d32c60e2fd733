import { KafkaJSNotImplemented } from '../../errors/usage-errors'
import { lookupCodec } from './compression-codecs'

/**
 * Compresses the records section of a batch.
 * @param type as in `CompressionTypes`, not None
 * @throws KafkaJSNotImplemented when there is no such codec
 */
export function compressRecords(type: number, data: Buffer): Buffer | Promise<Buffer> {
  const codec = lookupCodec(type)
  if (codec === undefined) throw new KafkaJSNotImplemented(`compression type ${type} is not known`)
  return codec.compress(data)
}
