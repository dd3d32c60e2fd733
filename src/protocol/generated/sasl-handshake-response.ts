// Made by scripts/codegen from SaslHandshakeResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** SaslHandshakeResponse, versions 0–1. */
export interface SaslHandshakeResponse {
  /** int16 */
  errorCode: number
  /** array of string */
  mechanisms: string[]
}

/** What encode takes for {@link SaslHandshakeResponse}: a field left out has its default. */
export interface SaslHandshakeResponseInput {
  errorCode?: number | undefined
  mechanisms?: readonly string[] | undefined
}

export function encodeSaslHandshakeResponse(writer: Writer, message: SaslHandshakeResponseInput, _version: number): void {
  const { errorCode = 0, mechanisms = [] } = message
  writer.int16(errorCode)
  writer.arrayLength(mechanisms.length)
  for (const element of mechanisms) writer.string(element)
}

export function decodeSaslHandshakeResponse(reader: Reader, _version: number): SaslHandshakeResponse {
  const errorCode = reader.int16()
  const mechanisms: string[] = []
  const mechanismsCount = reader.arrayLength(2)
  for (let i = 0; i < mechanismsCount; i++) mechanisms.push(reader.string())
  return { errorCode, mechanisms }
}

export const saslHandshakeResponseCodec: MessageCodec<SaslHandshakeResponseInput, SaslHandshakeResponse> = {
  name: 'SaslHandshakeResponse',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: Infinity,
  encode: encodeSaslHandshakeResponse,
  decode: decodeSaslHandshakeResponse
}
