import { KafkaUnsupportedVersionError } from '../errors/cluster-errors'
import type { AnyApi, Api, MessageCodec } from './api'
import { decodeRequestHeader as decodeHeader, encodeRequestHeader, type RequestHeader } from './generated/request-header'
import { decodeResponseHeader, encodeResponseHeader } from './generated/response-header'
import { Reader } from './reader'
import { Writer } from './writer'

/** Bytes of the length that comes before every request and response on a connection. */
const lengthPrefixSize = 4

/** A response taken out of its frame. */
export interface DecodedResponse<Response> {
  readonly correlationId: number
  readonly body: Response
  /** Bytes that the version has no field for: 0, unless the peer or this library is wrong about the version. */
  readonly unreadBytes: number
}

/**
 * A request as it goes to the socket: length, header, body. Byte strings of records are in it by reference.
 * @param clientId null for none
 * @returns chunks for one `writev`
 * @throws KafkaUnsupportedVersionError when the codec does not know the version, or the body has a field that the version lacks
 */
export function encodeRequest<Input>(
  api: Api<Input, unknown, unknown, unknown>,
  version: number,
  correlationId: number,
  clientId: string | null,
  body: Input
): Buffer[] {
  checkVersion(api.request, version)
  const writer = new Writer()
  writer.int32(0)
  encodeRequestHeader(
    writer,
    { requestApiKey: api.key, requestApiVersion: version, correlationId, clientId },
    api.requestHeaderVersion(version)
  )
  api.request.encode(writer, body, version)
  return framed(writer)
}

/**
 * Reads a response.
 * @param frame the bytes after the length
 * @throws KafkaDecodeError when the bytes are no such response
 * @throws KafkaUnsupportedVersionError when the codec does not know the version
 */
export function decodeResponse<Response>(
  api: Api<never, unknown, never, Response>,
  version: number,
  frame: Buffer
): DecodedResponse<Response> {
  checkVersion(api.response, version)
  const reader = new Reader(frame)
  const { correlationId } = decodeResponseHeader(reader, api.responseHeaderVersion(version))
  const body = api.response.decode(reader, version)
  return { correlationId, body, unreadBytes: reader.remaining }
}

/**
 * Reads the header of a request, for brokers.
 * @param frame the bytes after the length
 * @param apiOf finds the API of a key, as its header version depends on it
 * @returns the header, the API, and a reader that stands at the body and takes any negative length for null, as brokers do; or no API when
 *   the key is unknown (the header is then read as far as all header versions agree) or its codec does not know the version
 * @throws KafkaDecodeError when the bytes are no request header
 */
export function decodeRequestHeader(
  frame: Buffer,
  apiOf: (key: number) => AnyApi | undefined
): { header: RequestHeader; api: AnyApi | undefined; reader: Reader } {
  const probe = new Reader(frame)
  const key = probe.int16()
  const version = probe.int16()
  const found = apiOf(key)
  const api = found !== undefined && version >= found.lowestVersion && version <= found.highestVersion ? found : undefined
  const reader = new Reader(frame, 0, frame.length, true)
  const header = decodeHeader(reader, found === undefined ? 1 : found.requestHeaderVersion(version))
  return { header, api, reader }
}

/**
 * A response as it goes to the socket, for brokers: length, header, body.
 * @returns chunks for one `writev`
 * @throws KafkaUnsupportedVersionError when the codec does not know the version, or the body has a field that the version lacks
 */
export function encodeResponse<Input>(
  api: Api<never, unknown, Input, unknown>,
  version: number,
  correlationId: number,
  body: Input
): Buffer[] {
  checkVersion(api.response, version)
  const writer = new Writer()
  writer.int32(0)
  encodeResponseHeader(writer, { correlationId }, api.responseHeaderVersion(version))
  api.response.encode(writer, body, version)
  return framed(writer)
}

function framed(writer: Writer): Buffer[] {
  const chunks = writer.chunks()
  // The first chunk is the writer's own and begins with the room left for the length.
  chunks[0].writeInt32BE(writer.length - lengthPrefixSize, 0)
  return chunks
}

function checkVersion<Input, T>(codec: MessageCodec<Input, T>, version: number): void {
  if (version >= codec.lowestVersion && version <= codec.highestVersion) return
  throw new KafkaUnsupportedVersionError(
    `${codec.name} version ${version} is not known here, only ${codec.lowestVersion} to ${codec.highestVersion}`,
    { apiName: codec.name, version }
  )
}
