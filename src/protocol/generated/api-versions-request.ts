// Made by scripts/codegen from ApiVersionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ApiVersionsRequest, versions 0–4. */
export interface ApiVersionsRequest {
  /** string; versions 3+; dropped in other versions */
  clientSoftwareName: string
  /** string; versions 3+; dropped in other versions */
  clientSoftwareVersion: string
}

/** What encode takes for {@link ApiVersionsRequest}: a field left out has its default. */
export interface ApiVersionsRequestInput {
  clientSoftwareName?: string | undefined
  clientSoftwareVersion?: string | undefined
}

export function encodeApiVersionsRequest(writer: Writer, message: ApiVersionsRequestInput, version: number): void {
  const { clientSoftwareName = '', clientSoftwareVersion = '' } = message
  const flexible = version >= 3
  if (version >= 3) writer.compactString(clientSoftwareName)
  if (version >= 3) writer.compactString(clientSoftwareVersion)
  if (flexible) writer.int8(0)
}

export function decodeApiVersionsRequest(reader: Reader, version: number): ApiVersionsRequest {
  const flexible = version >= 3
  const clientSoftwareName = version >= 3 ? reader.compactString() : ''
  const clientSoftwareVersion = version >= 3 ? reader.compactString() : ''
  if (flexible) reader.skipTags()
  return { clientSoftwareName, clientSoftwareVersion }
}

export const apiVersionsRequestCodec: MessageCodec<ApiVersionsRequestInput, ApiVersionsRequest> = {
  name: 'ApiVersionsRequest',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 3,
  encode: encodeApiVersionsRequest,
  decode: decodeApiVersionsRequest
}
