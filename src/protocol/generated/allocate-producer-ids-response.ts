// Made by scripts/codegen from AllocateProducerIdsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AllocateProducerIdsResponse, versions 0. */
export interface AllocateProducerIdsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** int64 */
  producerIdStart: bigint
  /** int32 */
  producerIdLen: number
}

/** What encode takes for {@link AllocateProducerIdsResponse}: a field left out has its default. */
export interface AllocateProducerIdsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  producerIdStart?: bigint | undefined
  producerIdLen?: number | undefined
}

export function encodeAllocateProducerIdsResponse(writer: Writer, message: AllocateProducerIdsResponseInput, _version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, producerIdStart = 0n, producerIdLen = 0 } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.int64(producerIdStart)
  writer.int32(producerIdLen)
  writer.int8(0)
}

export function decodeAllocateProducerIdsResponse(reader: Reader, _version: number): AllocateProducerIdsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const producerIdStart = reader.int64()
  const producerIdLen = reader.int32()
  reader.skipTags()
  return { throttleTimeMs, errorCode, producerIdStart, producerIdLen }
}

export const allocateProducerIdsResponseCodec: MessageCodec<AllocateProducerIdsResponseInput, AllocateProducerIdsResponse> = {
  name: 'AllocateProducerIdsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeAllocateProducerIdsResponse,
  decode: decodeAllocateProducerIdsResponse
}
