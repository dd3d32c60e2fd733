// Made by scripts/codegen from SaslHandshakeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** SaslHandshakeRequest, versions 0–1. */
export interface SaslHandshakeRequest {
  /** string */
  mechanism: string
}

/** What encode takes for {@link SaslHandshakeRequest}: a field left out has its default. */
export interface SaslHandshakeRequestInput {
  mechanism?: string | undefined
}

export function encodeSaslHandshakeRequest(writer: Writer, message: SaslHandshakeRequestInput, _version: number): void {
  const { mechanism = '' } = message
  writer.string(mechanism)
}

export function decodeSaslHandshakeRequest(reader: Reader, _version: number): SaslHandshakeRequest {
  const mechanism = reader.string()
  return { mechanism }
}

export const saslHandshakeRequestCodec: MessageCodec<SaslHandshakeRequestInput, SaslHandshakeRequest> = {
  name: 'SaslHandshakeRequest',
  lowestVersion: 0,
  highestVersion: 1,
  lowestFlexibleVersion: Infinity,
  encode: encodeSaslHandshakeRequest,
  decode: decodeSaslHandshakeRequest
}
