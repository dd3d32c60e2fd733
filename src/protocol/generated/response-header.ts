// Made by scripts/codegen from ResponseHeader in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ResponseHeader, versions 0–1. */
export interface ResponseHeader {
  /** int32 */
  correlationId: number
}

/** What encode takes for {@link ResponseHeader}: a field left out has its default. */
export interface ResponseHeaderInput {
  correlationId?: number | undefined
}

export function encodeResponseHeader(writer: Writer, message: ResponseHeaderInput, version: number): void {
  const { correlationId = 0 } = message
  const flexible = version >= 1
  writer.int32(correlationId)
  if (flexible) writer.int8(0)
}

export function decodeResponseHeader(reader: Reader, version: number): ResponseHeader {
  const flexible = version >= 1
  const correlationId = reader.int32()
  if (flexible) reader.skipTags()
  return { correlationId }
}

export const responseHeaderCodec: MessageCodec<ResponseHeaderInput, ResponseHeader> = {
  name: 'ResponseHeader',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: 1,
  encode: encodeResponseHeader,
  decode: decodeResponseHeader
}
