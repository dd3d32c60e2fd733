// Made by scripts/codegen from BrokerHeartbeatResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** BrokerHeartbeatResponse, versions 0–2. */
export interface BrokerHeartbeatResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** bool */
  isCaughtUp: boolean
  /** bool; default true */
  isFenced: boolean
  /** bool */
  shouldShutDown: boolean
}

/** What encode takes for {@link BrokerHeartbeatResponse}: a field left out has its default. */
export interface BrokerHeartbeatResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  isCaughtUp?: boolean | undefined
  isFenced?: boolean | undefined
  shouldShutDown?: boolean | undefined
}

export function encodeBrokerHeartbeatResponse(writer: Writer, message: BrokerHeartbeatResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, isCaughtUp = false, isFenced = true, shouldShutDown = false } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.bool(isCaughtUp)
  writer.bool(isFenced)
  writer.bool(shouldShutDown)
  writer.int8(0)
}

export function decodeBrokerHeartbeatResponse(reader: Reader, _version: number): BrokerHeartbeatResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const isCaughtUp = reader.bool()
  const isFenced = reader.bool()
  const shouldShutDown = reader.bool()
  reader.skipTags()
  return { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown }
}

export const brokerHeartbeatResponseCodec: MessageCodec<BrokerHeartbeatResponseInput, BrokerHeartbeatResponse> = {
  name: 'BrokerHeartbeatResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeBrokerHeartbeatResponse,
  decode: decodeBrokerHeartbeatResponse
}
