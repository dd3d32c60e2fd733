import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { KafkaDecompressionError } from '../../../src/errors/decode-errors'
import { KafkaJSNotImplemented } from '../../../src/errors/usage-errors'
import { CompressionCodecs, lookupCodec } from '../../../src/protocol/compression/compression-codecs'
import { loadCodecPackage } from '../../../src/protocol/compression/load-codec-package'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { RecordBatchWriter } from '../../../src/protocol/records/record-batch-writer'
import { CompressionTypes } from '../../../src/types/enums'

/** A plug-in as those for KafkaJS are written: a factory of an object whose `compress` gets an encoder. */
const plugin = {
  compress: jest.fn(async (encoder: { buffer: Buffer }) => deflateRawSync(encoder.buffer)),
  decompress: jest.fn(async (buffer: Buffer) => inflateRawSync(buffer))
}

describe('CompressionCodecs', () => {
  const builtIn = { ...CompressionCodecs }
  afterEach(() => {
    Object.assign(CompressionCodecs, builtIn)
    jest.clearAllMocks()
  })

  const write = async (compression: number): Promise<Buffer> => {
    const writer = new RecordBatchWriter()
    writer.append(1, 'k', 'value '.repeat(100))
    return writer.close({ compression })
  }

  it.each([1, 2, 3, 4])('prefers a plug-in to the built-in codec %d', async type => {
    CompressionCodecs[type] = () => plugin
    const batch = await write(type)
    expect(plugin.compress).toHaveBeenCalledTimes(1)
    expect(inflateRawSync(batch.subarray(61)).includes('value value')).toBe(true)
    const [fetched] = readBatches(batch)
    const [message] = await decodeBatch(fetched)
    expect(message.value?.toString()).toBe('value '.repeat(100))
    expect(plugin.decompress).toHaveBeenCalledTimes(1)
  })

  it('holds the size limit against what a plug-in gives', async () => {
    CompressionCodecs[2] = () => plugin
    const [fetched] = readBatches(await write(2), { topic: 't', partition: 0 })
    await expect((async () => decodeBatch(fetched, { maxDecompressedBatchBytes: 600 }))()).rejects.toThrow(KafkaDecompressionError)
  })

  it('turns what a plug-in throws into an error with a place', async () => {
    CompressionCodecs[2] = () => ({ ...plugin, decompress: async () => Promise.reject(new Error('broken')) })
    const [fetched] = readBatches(await write(1).then(batch => (batch.writeInt16BE(2, 21), batch)), {
      topic: 't',
      partition: 0,
      checkCrcs: false
    })
    await expect((async () => decodeBatch(fetched))()).rejects.toMatchObject({
      name: 'KafkaDecompressionError',
      topic: 't',
      partition: 0,
      offset: '0'
    })
  })

  it('lets a plug-in say that a codec is not there, as KafkaJS does', async () => {
    CompressionCodecs[CompressionTypes.ZSTD] = () => {
      throw new KafkaJSNotImplemented('ZSTD compression not implemented')
    }
    await expect(write(4)).rejects.toThrow('ZSTD compression not implemented')
  })

  it.each([1, 2, 3, 4])('gives the built-in codec %d in the shape of a plug-in', async type => {
    const codec = CompressionCodecs[type]()
    const data = Buffer.from('data '.repeat(50))
    expect((await codec.decompress(await codec.compress({ buffer: data }))).equals(data)).toBe(true)
  })

  it('knows no other type', () => {
    expect([0, 5, 6, 7].map(type => lookupCodec(type))).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('loadCodecPackage', () => {
  it('says what to install', () => {
    const load = loadCodecPackage('no-such-package', 'LZ4', ', or else')
    expect(load).toThrow(KafkaJSNotImplemented)
    expect(load).toThrow(
      'LZ4 compression needs the package no-such-package, which does not load (npm install no-such-package, or else): Cannot find'
    )
  })

  it('loads on the first call, once', () => {
    const load = loadCodecPackage('long', 'some')
    expect(load()).toBe(load())
  })
})
