// Made by scripts/codegen from PushTelemetryRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { emptyBytes, type Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** PushTelemetryRequest, versions 0. */
export interface PushTelemetryRequest {
  /** uuid */
  clientInstanceId: string
  /** int32 */
  subscriptionId: number
  /** bool */
  terminating: boolean
  /** int8 */
  compressionType: number
  /** bytes */
  metrics: Buffer
}

/** What encode takes for {@link PushTelemetryRequest}: a field left out has its default. */
export interface PushTelemetryRequestInput {
  clientInstanceId?: string | undefined
  subscriptionId?: number | undefined
  terminating?: boolean | undefined
  compressionType?: number | undefined
  metrics?: Uint8Array | undefined
}

export function encodePushTelemetryRequest(writer: Writer, message: PushTelemetryRequestInput, _version: number): void {
  const { clientInstanceId = zeroUuid, subscriptionId = 0, terminating = false, compressionType = 0, metrics = emptyBytes } = message
  writer.uuid(clientInstanceId)
  writer.int32(subscriptionId)
  writer.bool(terminating)
  writer.int8(compressionType)
  writer.compactBytes(metrics)
  writer.int8(0)
}

export function decodePushTelemetryRequest(reader: Reader, _version: number): PushTelemetryRequest {
  const clientInstanceId = reader.uuid()
  const subscriptionId = reader.int32()
  const terminating = reader.bool()
  const compressionType = reader.int8()
  const metrics = reader.compactBytes()
  reader.skipTags()
  return { clientInstanceId, subscriptionId, terminating, compressionType, metrics }
}

export const pushTelemetryRequestCodec: MessageCodec<PushTelemetryRequestInput, PushTelemetryRequest> = {
  name: 'PushTelemetryRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodePushTelemetryRequest,
  decode: decodePushTelemetryRequest
}
