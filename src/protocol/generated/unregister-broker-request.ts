// Made by scripts/codegen from UnregisterBrokerRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** UnregisterBrokerRequest, versions 0. */
export interface UnregisterBrokerRequest {
  /** int32 */
  brokerId: number
}

/** What encode takes for {@link UnregisterBrokerRequest}: a field left out has its default. */
export interface UnregisterBrokerRequestInput {
  brokerId?: number | undefined
}

export function encodeUnregisterBrokerRequest(writer: Writer, message: UnregisterBrokerRequestInput, _version: number): void {
  const { brokerId = 0 } = message
  writer.int32(brokerId)
  writer.int8(0)
}

export function decodeUnregisterBrokerRequest(reader: Reader, _version: number): UnregisterBrokerRequest {
  const brokerId = reader.int32()
  reader.skipTags()
  return { brokerId }
}

export const unregisterBrokerRequestCodec: MessageCodec<UnregisterBrokerRequestInput, UnregisterBrokerRequest> = {
  name: 'UnregisterBrokerRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeUnregisterBrokerRequest,
  decode: decodeUnregisterBrokerRequest
}
