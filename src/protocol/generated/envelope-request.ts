// Made by scripts/codegen from EnvelopeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** EnvelopeRequest, versions 0. */
export interface EnvelopeRequest {
  /** bytes */
  requestData: Buffer
  /** bytes; may be null */
  requestPrincipal: Buffer | null
  /** bytes */
  clientHostAddress: Buffer
}

/** What encode takes for {@link EnvelopeRequest}: a field left out has its default. */
export interface EnvelopeRequestInput {
  requestData?: Uint8Array | undefined
  requestPrincipal?: Uint8Array | null | undefined
  clientHostAddress?: Uint8Array | undefined
}

export function encodeEnvelopeRequest(writer: Writer, message: EnvelopeRequestInput, _version: number): void {
  const { requestData = emptyBytes, requestPrincipal = emptyBytes, clientHostAddress = emptyBytes } = message
  writer.compactBytes(requestData)
  writer.compactNullableBytes(requestPrincipal)
  writer.compactBytes(clientHostAddress)
  writer.int8(0)
}

export function decodeEnvelopeRequest(reader: Reader, _version: number): EnvelopeRequest {
  const requestData = reader.compactBytes()
  const requestPrincipal = reader.compactNullableBytes()
  const clientHostAddress = reader.compactBytes()
  reader.skipTags()
  return { requestData, requestPrincipal, clientHostAddress }
}

export const envelopeRequestCodec: MessageCodec<EnvelopeRequestInput, EnvelopeRequest> = {
  name: 'EnvelopeRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeEnvelopeRequest,
  decode: decodeEnvelopeRequest
}
