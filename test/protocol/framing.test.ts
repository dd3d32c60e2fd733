import type { AnyApi } from '../../src/protocol/api'
import { decodeRequestHeader, decodeResponse, encodeRequest, encodeResponse } from '../../src/protocol/framing'
import { allApis } from '../../src/protocol/generated/all-apis'
import { apiVersionsApi } from '../../src/protocol/generated/api-versions'
import { fetchApi } from '../../src/protocol/generated/fetch'
import { metadataApi } from '../../src/protocol/generated/metadata'
import { produceApi } from '../../src/protocol/generated/produce'
import { Reader } from '../../src/protocol/reader'
import { zeroUuid } from '../../src/protocol/uuid'

const apiOf = (key: number): AnyApi | undefined => allApis.get(key)
const frameOf = (chunks: Buffer[]): Buffer => {
  const all = Buffer.concat(chunks)
  expect(all.readInt32BE(0)).toBe(all.length - 4)
  return all.subarray(4)
}

/** Bytes in hexadecimal, a field an argument. */
const hex = (...fields: string[]): string => fields.join('')

describe('framing', () => {
  it('writes a request with header v1 byte for byte', () => {
    const all = Buffer.concat(encodeRequest(metadataApi, 1, 7, 'me', { topics: [{ name: 'a' }] }))
    expect(all.toString('hex')).toBe(hex('00000013', '0003', '0001', '00000007', '00026d65', '00000001', '000161'))
  })

  it('writes a request with header v2 byte for byte: the client id keeps its two-byte length', () => {
    const all = Buffer.concat(encodeRequest(apiVersionsApi, 3, 1, 'me', { clientSoftwareName: 'x', clientSoftwareVersion: '1' }))
    expect(all.toString('hex')).toBe(hex('00000012', '0012', '0003', '00000001', '00026d65', '00', '0278', '0231', '00'))
  })

  it('writes a null client id', () => {
    expect(Buffer.concat(encodeRequest(apiVersionsApi, 0, 1, null, {})).toString('hex')).toBe(
      hex('0000000a', '0012', '0000', '00000001', 'ffff')
    )
  })

  it('puts records between the chunks by reference', () => {
    const batch = Buffer.from('a batch')
    const parts = [Buffer.from('an'), Buffer.alloc(0), Buffer.from('other')]
    const topicData = [
      {
        name: 't',
        partitionData: [
          { index: 0, records: batch },
          { index: 1, records: parts }
        ]
      }
    ]
    const chunks = encodeRequest(produceApi, 9, 1, 'me', { acks: -1, timeoutMs: 1000, topicData })
    expect(chunks.filter(chunk => chunk === batch || chunk === parts[0] || chunk === parts[2])).toHaveLength(3)
    const { api, header, reader } = decodeRequestHeader(frameOf(chunks), apiOf)
    expect(api).toBe(produceApi)
    expect(header).toEqual({ requestApiKey: 0, requestApiVersion: 9, correlationId: 1, clientId: 'me' })
    expect(api?.request.decode(reader, 9)).toEqual({
      transactionalId: null,
      acks: -1,
      timeoutMs: 1000,
      topicData: [
        {
          name: 't',
          topicId: zeroUuid,
          partitionData: [
            { index: 0, records: batch },
            { index: 1, records: Buffer.from('another') }
          ]
        }
      ]
    })
    expect(reader.remaining).toBe(0)
  })

  it('reads a response as far as its version goes and counts what is left', () => {
    const frame = frameOf(encodeResponse(fetchApi, 18, 9, { sessionId: 3 }))
    const expected = { throttleTimeMs: 0, errorCode: 0, sessionId: 3, responses: [], nodeEndpoints: [] }
    expect(decodeResponse(fetchApi, 18, frame)).toEqual({ correlationId: 9, body: expected, unreadBytes: 0 })
    expect(decodeResponse(fetchApi, 18, Buffer.concat([frame, Buffer.alloc(3)])).unreadBytes).toBe(3)
  })

  it('skips tagged fields in the response header', () => {
    const frame = frameOf(encodeResponse(fetchApi, 18, 9, {}))
    const tagged = Buffer.concat([frame.subarray(0, 4), Buffer.from([2, 0, 3, 1, 2, 3, 100, 0]), frame.subarray(5)])
    expect(decodeResponse(fetchApi, 18, tagged).body.sessionId).toBe(0)
  })

  it('reads ApiVersions responses without tagged fields in the header, in every version', () => {
    for (let version = 0; version <= 4; version++) {
      const chunks = encodeResponse(apiVersionsApi, version, 5, { apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 4 }] })
      expect(Buffer.concat(chunks).subarray(4, 10).toString('hex')).toBe(hex('00000005', '0000'))
      expect(decodeResponse(apiVersionsApi, version, frameOf(chunks)).body.apiKeys).toHaveLength(1)
    }
  })

  it('reads the header of a request that nobody knows', () => {
    const head = Buffer.from(hex('03e7', '0000', '00000007', '00026d65'), 'hex')
    expect(decodeRequestHeader(head, apiOf)).toMatchObject({
      api: undefined,
      header: { requestApiKey: 999, correlationId: 7, clientId: 'me' }
    })
    head.writeInt16BE(18, 0)
    head.writeInt16BE(99, 2)
    // What a version to come has in its header is taken to be what the last known one has.
    const flexible = Buffer.concat([head, Buffer.alloc(1)])
    expect(decodeRequestHeader(flexible, apiOf)).toMatchObject({ api: undefined, header: { requestApiVersion: 99, correlationId: 7 } })
    expect(() => decodeRequestHeader(head, apiOf)).toThrow(expect.objectContaining({ name: 'KafkaDecodeError' }))
  })

  it('takes any negative length in a request for null, as brokers do', () => {
    const head = Buffer.from(hex('0003', '0001', '00000007', 'fffe', 'fffffffe'), 'hex')
    const { header, reader } = decodeRequestHeader(head, () => metadataApi)
    expect(header.clientId).toBeNull()
    expect(metadataApi.request.decode(reader, 1).topics).toBeNull()
    expect(() => metadataApi.request.decode(new Reader(head, 10), 1)).toThrow('length -2')
  })

  it('refuses versions that the codec does not know', () => {
    expect(() => encodeRequest(fetchApi, 3, 1, null, {})).toThrow(expect.objectContaining({ name: 'KafkaUnsupportedVersionError' }))
    expect(() => encodeResponse(fetchApi, 19, 1, {})).toThrow('FetchResponse version 19')
    expect(() => decodeResponse(fetchApi, 19, Buffer.alloc(100))).toThrow('FetchResponse version 19')
  })
})
