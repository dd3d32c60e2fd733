// Made by scripts/codegen from SaslAuthenticateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** SaslAuthenticateRequest, versions 0–2. */
export interface SaslAuthenticateRequest {
  /** bytes */
  authBytes: Buffer
}

/** What encode takes for {@link SaslAuthenticateRequest}: a field left out has its default. */
export interface SaslAuthenticateRequestInput {
  authBytes?: Uint8Array | undefined
}

export function encodeSaslAuthenticateRequest(writer: Writer, message: SaslAuthenticateRequestInput, version: number): void {
  const { authBytes = emptyBytes } = message
  const flexible = version >= 2
  if (flexible) writer.compactBytes(authBytes)
  else writer.bytes(authBytes)
  if (flexible) writer.int8(0)
}

export function decodeSaslAuthenticateRequest(reader: Reader, version: number): SaslAuthenticateRequest {
  const flexible = version >= 2
  const authBytes = flexible ? reader.compactBytes() : reader.bytes()
  if (flexible) reader.skipTags()
  return { authBytes }
}

export const saslAuthenticateRequestCodec: MessageCodec<SaslAuthenticateRequestInput, SaslAuthenticateRequest> = {
  name: 'SaslAuthenticateRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeSaslAuthenticateRequest,
  decode: decodeSaslAuthenticateRequest
}
