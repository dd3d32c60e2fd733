// Made by scripts/codegen from BrokerRegistrationResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** BrokerRegistrationResponse, versions 0–4. */
export interface BrokerRegistrationResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** int64; default -1n */
  brokerEpoch: bigint
}

/** What encode takes for {@link BrokerRegistrationResponse}: a field left out has its default. */
export interface BrokerRegistrationResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  brokerEpoch?: bigint | undefined
}

export function encodeBrokerRegistrationResponse(writer: Writer, message: BrokerRegistrationResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, brokerEpoch = -1n } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.int64(brokerEpoch)
  writer.int8(0)
}

export function decodeBrokerRegistrationResponse(reader: Reader, _version: number): BrokerRegistrationResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const brokerEpoch = reader.int64()
  reader.skipTags()
  return { throttleTimeMs, errorCode, brokerEpoch }
}

export const brokerRegistrationResponseCodec: MessageCodec<BrokerRegistrationResponseInput, BrokerRegistrationResponse> = {
  name: 'BrokerRegistrationResponse',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 0,
  encode: encodeBrokerRegistrationResponse,
  decode: decodeBrokerRegistrationResponse
}
