// Made by scripts/codegen from RequestHeader in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** RequestHeader, versions 1–2. */
export interface RequestHeader {
  /** int16 */
  requestApiKey: number
  /** int16 */
  requestApiVersion: number
  /** int32 */
  correlationId: number
  /** string; may be null */
  clientId: string | null
}

/** What encode takes for {@link RequestHeader}: a field left out has its default. */
export interface RequestHeaderInput {
  requestApiKey?: number | undefined
  requestApiVersion?: number | undefined
  correlationId?: number | undefined
  clientId?: string | null | undefined
}

export function encodeRequestHeader(writer: Writer, message: RequestHeaderInput, version: number): void {
  const { requestApiKey = 0, requestApiVersion = 0, correlationId = 0, clientId = '' } = message
  const flexible = version >= 2
  writer.int16(requestApiKey)
  writer.int16(requestApiVersion)
  writer.int32(correlationId)
  writer.nullableString(clientId)
  if (flexible) writer.int8(0)
}

export function decodeRequestHeader(reader: Reader, version: number): RequestHeader {
  const flexible = version >= 2
  const requestApiKey = reader.int16()
  const requestApiVersion = reader.int16()
  const correlationId = reader.int32()
  const clientId = reader.nullableString()
  if (flexible) reader.skipTags()
  return { requestApiKey, requestApiVersion, correlationId, clientId }
}

export const requestHeaderCodec: MessageCodec<RequestHeaderInput, RequestHeader> = {
  name: 'RequestHeader',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeRequestHeader,
  decode: decodeRequestHeader
}
