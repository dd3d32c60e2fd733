/** Compresses and decompresses the records section of a batch. Where both ways are sensible, small inputs are done at once. */
export interface Codec {
  compress(data: Buffer): Buffer | Promise<Buffer>
  /**
   * @param maxBytes most bytes the result may have
   * @throws KafkaDecompressionError when the data is malformed or the result would be larger
   */
  decompress(data: Buffer, maxBytes: number): Buffer | Promise<Buffer>
}

/** A codec as KafkaJS's plug-ins implement it. */
export interface PluginCodec {
  /** `encoder.buffer` is what is to be compressed. */
  compress(encoder: { buffer: Buffer }): Promise<Buffer>
  decompress(buffer: Buffer): Promise<Buffer>
}

/** What is registered in `CompressionCodecs`. */
export type CodecFactory = () => PluginCodec
