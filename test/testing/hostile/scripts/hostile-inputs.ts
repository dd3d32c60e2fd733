import type { Api } from '../../../../src/protocol/api'
import { encodeRequest } from '../../../../src/protocol/framing'
import { apiVersionsApi } from '../../../../src/protocol/generated/api-versions'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { saslAuthenticateApi } from '../../../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../../src/protocol/generated/sasl-handshake'
import { Writer } from '../../../../src/protocol/writer'

/** Correlation id of what is sent here; no client counts as far. */
const correlationId = 1_000_000

/** Bytes with their length before them. */
const framed = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes.length, 0)
  return Buffer.concat([length, bytes])
}

const sized = (size: number, rest = Buffer.alloc(0)): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(size, 0)
  return Buffer.concat([length, rest])
}

/** A request of which only the header's beginning is as it should be. */
const request = (apiKey: number, version: number, ...rest: number[]): Buffer => {
  const header = Buffer.alloc(8)
  header.writeInt16BE(apiKey, 0)
  header.writeInt16BE(version, 2)
  header.writeInt32BE(correlationId, 4)
  return framed(Buffer.concat([header, Buffer.from(rest)]))
}

/** A client id of no name. */
const noClient = [0xff, 0xff] as const
const metadata = 3

const sound = <I>(api: Api<I, unknown, unknown, unknown>, version: number, body: I): Buffer =>
  Buffer.concat(encodeRequest(api, version, correlationId, 'hostile', body))

/** A sound request whose bytes are changed at a place from the end. */
function changed(bytes: Buffer, fromEnd: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes)
  Buffer.from(values).copy(copy, copy.length - fromEnd)
  return copy
}

function longer(bytes: Buffer, more: number): Buffer {
  return framed(Buffer.concat([bytes.subarray(4), Buffer.alloc(more)]))
}

function shorter(bytes: Buffer, less: number): Buffer {
  return framed(bytes.subarray(4, bytes.length - less))
}

const metadataOf = (version: number, ...names: string[]): Buffer =>
  sound(metadataApi, version, { topics: names.map(name => ({ name })), ...(version < 4 ? {} : { allowAutoTopicCreation: false }) })
const records = (bytes: Uint8Array): Buffer =>
  sound(produceApi, 3, { acks: 1, timeoutMs: 1000, topicData: [{ name: 'none', partitionData: [{ index: 0, records: bytes }] }] })
const handshake = sound(apiVersionsApi, 3, { clientSoftwareName: 'odradek', clientSoftwareVersion: '1' })

function text(bytes: string): Buffer {
  const writer = new Writer()
  writer.string(bytes)
  return Buffer.concat(writer.chunks())
}

/** What a broker has to bear, by name. */
export const hostileInputs: Readonly<Record<string, Buffer>> = {
  'a frame of no bytes': sized(0),
  'a frame of -1 bytes': sized(-1),
  'a frame of fewest bytes': sized(-0x80000000),
  'a frame one byte too long': sized(104_857_601),
  'a frame of most bytes': sized(0x7fffffff),
  'a frame of one byte': sized(1, Buffer.alloc(1)),
  'a frame of seven bytes': sized(7, Buffer.alloc(7)),
  'a frame of zeros': sized(100, Buffer.alloc(100)),
  'the beginning of TLS': Buffer.from('16030100c8010000c403035b', 'hex'),
  'a request of HTTP': Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  'a line of text': Buffer.from('quit\r\n'),
  'an API that is none': request(999, 0, ...noClient),
  'API -1': request(-1, 0, ...noClient),
  'the last API': request(32_767, 0, ...noClient),
  'an API of brokers before KRaft': request(4, 0, ...noClient),
  'an API of controllers': request(52, 0, ...noClient, 0),
  'version -1': request(metadata, -1, ...noClient),
  'a version to come': request(metadata, 14, ...noClient, 0),
  'the last version': request(metadata, 32_767, ...noClient, 0),
  'a Fetch that is no more': request(1, 3, ...noClient),
  'a Produce that is no more, though told': request(0, 2, ...noClient),
  'ApiVersions of the future': request(18, 99, ...noClient, 0),
  'ApiVersions of the future, and no more than that': request(18, 99),
  'ApiVersions of the future, with garbage': request(18, 99, ...noClient, 1, 2, 3, 4, 5),
  'ApiVersions -1': request(18, -1, ...noClient),
  'a client id of length -2': request(metadata, 1, 0xff, 0xfe, 0, 0, 0, 0),
  'a client id longer than the frame': request(metadata, 1, 0x7f, 0xff, 47, 98),
  'a client id that is no text': request(metadata, 1, 0, 2, 0xff, 0xfe, 0, 0, 0, 1, 0, 1, 47),
  'no client id': request(metadata, 1, ...noClient, 0, 0, 0, 1, 0, 1, 47),
  'a header that ends early': request(metadata, 1, 0),
  'a flexible header without tags': request(metadata, 9, ...noClient),
  'an unknown tag in the header': request(18, 3, ...noClient, 1, 9, 2, 1, 1, 2, 97, 2, 97, 0),
  'a tag in the header that is longer than the frame': request(18, 3, ...noClient, 1, 9, 0x7f, 1),
  'more tags in the header than bytes': request(18, 3, ...noClient, 0xff, 0xff, 0xff, 0xff, 0x0f),
  'the same tag twice in the header': request(18, 3, ...noClient, 2, 9, 1, 1, 9, 1, 1, 2, 97, 2, 97, 0),
  'tags in the wrong order': request(18, 3, ...noClient, 2, 9, 1, 1, 8, 1, 1, 2, 97, 2, 97, 0),
  'a varint without an end': request(18, 3, ...noClient, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
  'a varint of six bytes': request(18, 3, ...noClient, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 2, 97, 2, 97, 0),
  'no body': shorter(handshake, 11),
  'half a body': shorter(handshake, 3),
  'a byte too little': shorter(handshake, 1),
  'a byte too much': longer(handshake, 1),
  'a thousand bytes too much': longer(handshake, 1000),
  'a byte too much, not flexible': longer(metadataOf(1, 'no/topic'), 1),
  'an unknown tag in the body': changed(longer(handshake, 4), 5, 1, 9, 2, 1, 1),
  'a known name of length zero, compact': changed(handshake, 11, 0),
  'more topics than bytes': request(metadata, 1, ...noClient, 0x7f, 0xff, 0xff, 0xff),
  'a million topics': request(metadata, 1, ...noClient, 0, 0x0f, 0x42, 0x40, 0, 1, 47),
  'more topics than bytes, compact': request(metadata, 12, ...noClient, 0, 0xff, 0xff, 0xff, 0xff, 0x0f),
  'no topics where there have to be some': request(metadata, 0, ...noClient, 0xff, 0xff, 0xff, 0xff),
  'a name of length -2': request(metadata, 1, ...noClient, 0, 0, 0, 1, 0xff, 0xfe),
  'a name that is null': request(metadata, 1, ...noClient, 0, 0, 0, 1, 0xff, 0xff),
  'a name longer than the frame': request(metadata, 1, ...noClient, 0, 0, 0, 1, 0x7f, 0xff, 47),
  'a name that is no text': request(metadata, 1, ...noClient, 0, 0, 0, 1, 0, 2, 0xff, 0xfe),
  'a truth value of seven': changed(metadataOf(4, 'no/topic'), 1, 7),
  'a key that is null': request(10, 0, ...noClient, 0xff, 0xff),
  'a tagged field longer than the frame': changed(longer(sound(fetchApi, 12, { topics: [] }), 3), 4, 1, 77, 0x7f, 0),
  'records longer than the frame': changed(records(Buffer.alloc(10)), 14, 0x7f, 0xff, 0xff, 0xff),
  'records of length -2': changed(records(Buffer.alloc(10)), 14, 0xff, 0xff, 0xff, 0xfe),
  'partitions that lie': changed(
    sound(listOffsetsApi, 2, { topics: [{ name: 'none', partitions: [{ partitionIndex: 0, timestamp: 0n }] }] }),
    16,
    0x10,
    0,
    0,
    0
  ),
  'a handshake where there is no SASL': sound(saslHandshakeApi, 1, { mechanism: 'PLAIN' }),
  'a log-in where there is no SASL': sound(saslAuthenticateApi, 2, { authBytes: text('secret') }),
  'a sound request, then garbage': Buffer.concat([metadataOf(1, 'no/topic'), sized(-5)]),
  'garbage, then a sound request': Buffer.concat([sized(0), metadataOf(1, 'no/topic')])
}
