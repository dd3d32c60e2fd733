// Made by scripts/codegen from GetTelemetrySubscriptionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** GetTelemetrySubscriptionsResponse, versions 0. */
export interface GetTelemetrySubscriptionsResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** uuid */
  clientInstanceId: string
  /** int32 */
  subscriptionId: number
  /** array of int8 */
  acceptedCompressionTypes: number[]
  /** int32 */
  pushIntervalMs: number
  /** int32 */
  telemetryMaxBytes: number
  /** bool */
  deltaTemporality: boolean
  /** array of string */
  requestedMetrics: string[]
}

/** What encode takes for {@link GetTelemetrySubscriptionsResponse}: a field left out has its default. */
export interface GetTelemetrySubscriptionsResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  clientInstanceId?: string | undefined
  subscriptionId?: number | undefined
  acceptedCompressionTypes?: readonly number[] | undefined
  pushIntervalMs?: number | undefined
  telemetryMaxBytes?: number | undefined
  deltaTemporality?: boolean | undefined
  requestedMetrics?: readonly string[] | undefined
}

export function encodeGetTelemetrySubscriptionsResponse(
  writer: Writer,
  message: GetTelemetrySubscriptionsResponseInput,
  _version: number
): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    clientInstanceId = zeroUuid,
    subscriptionId = 0,
    acceptedCompressionTypes = [],
    pushIntervalMs = 0,
    telemetryMaxBytes = 0,
    deltaTemporality = false,
    requestedMetrics = []
  } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.uuid(clientInstanceId)
  writer.int32(subscriptionId)
  writer.compactArrayLength(acceptedCompressionTypes.length)
  for (const element of acceptedCompressionTypes) writer.int8(element)
  writer.int32(pushIntervalMs)
  writer.int32(telemetryMaxBytes)
  writer.bool(deltaTemporality)
  writer.compactArrayLength(requestedMetrics.length)
  for (const element of requestedMetrics) writer.compactString(element)
  writer.int8(0)
}

export function decodeGetTelemetrySubscriptionsResponse(reader: Reader, _version: number): GetTelemetrySubscriptionsResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const clientInstanceId = reader.uuid()
  const subscriptionId = reader.int32()
  const acceptedCompressionTypes: number[] = []
  const acceptedCompressionTypesCount = reader.compactArrayLength(1)
  for (let i = 0; i < acceptedCompressionTypesCount; i++) acceptedCompressionTypes.push(reader.int8())
  const pushIntervalMs = reader.int32()
  const telemetryMaxBytes = reader.int32()
  const deltaTemporality = reader.bool()
  const requestedMetrics: string[] = []
  const requestedMetricsCount = reader.compactArrayLength(1)
  for (let i = 0; i < requestedMetricsCount; i++) requestedMetrics.push(reader.compactString())
  reader.skipTags()
  return {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics
  }
}

export const getTelemetrySubscriptionsResponseCodec: MessageCodec<GetTelemetrySubscriptionsResponseInput, GetTelemetrySubscriptionsResponse> = {
  name: 'GetTelemetrySubscriptionsResponse',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeGetTelemetrySubscriptionsResponse,
  decode: decodeGetTelemetrySubscriptionsResponse
}
