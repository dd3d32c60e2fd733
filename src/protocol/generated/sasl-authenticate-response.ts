// Made by scripts/codegen from SaslAuthenticateResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import type { Writer } from '../writer'

/** SaslAuthenticateResponse, versions 0–2. */
export interface SaslAuthenticateResponse {
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** bytes */
  authBytes: Buffer
  /** int64; versions 1+; dropped in other versions */
  sessionLifetimeMs: bigint
}

/** What encode takes for {@link SaslAuthenticateResponse}: a field left out has its default. */
export interface SaslAuthenticateResponseInput {
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  authBytes?: Uint8Array | undefined
  sessionLifetimeMs?: bigint | undefined
}

export function encodeSaslAuthenticateResponse(writer: Writer, message: SaslAuthenticateResponseInput, version: number): void {
  const { errorCode = 0, errorMessage = '', authBytes = emptyBytes, sessionLifetimeMs = 0n } = message
  const flexible = version >= 2
  writer.int16(errorCode)
  if (flexible) writer.compactNullableString(errorMessage)
  else writer.nullableString(errorMessage)
  if (flexible) writer.compactBytes(authBytes)
  else writer.bytes(authBytes)
  if (version >= 1) writer.int64(sessionLifetimeMs)
  if (flexible) writer.int8(0)
}

export function decodeSaslAuthenticateResponse(reader: Reader, version: number): SaslAuthenticateResponse {
  const flexible = version >= 2
  const errorCode = reader.int16()
  const errorMessage = flexible ? reader.compactNullableString() : reader.nullableString()
  const authBytes = flexible ? reader.compactBytes() : reader.bytes()
  const sessionLifetimeMs = version >= 1 ? reader.int64() : 0n
  if (flexible) reader.skipTags()
  return { errorCode, errorMessage, authBytes, sessionLifetimeMs }
}

export const saslAuthenticateResponseCodec: MessageCodec<SaslAuthenticateResponseInput, SaslAuthenticateResponse> = {
  name: 'SaslAuthenticateResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeSaslAuthenticateResponse,
  decode: decodeSaslAuthenticateResponse
}
