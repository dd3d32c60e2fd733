// Made by scripts/codegen from GetTelemetrySubscriptionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** GetTelemetrySubscriptionsRequest, versions 0. */
export interface GetTelemetrySubscriptionsRequest {
  /** uuid */
  clientInstanceId: string
}

/** What encode takes for {@link GetTelemetrySubscriptionsRequest}: a field left out has its default. */
export interface GetTelemetrySubscriptionsRequestInput {
  clientInstanceId?: string | undefined
}

export function encodeGetTelemetrySubscriptionsRequest(
  writer: Writer,
  message: GetTelemetrySubscriptionsRequestInput,
  _version: number
): void {
  const { clientInstanceId = zeroUuid } = message
  writer.uuid(clientInstanceId)
  writer.int8(0)
}

export function decodeGetTelemetrySubscriptionsRequest(reader: Reader, _version: number): GetTelemetrySubscriptionsRequest {
  const clientInstanceId = reader.uuid()
  reader.skipTags()
  return { clientInstanceId }
}

export const getTelemetrySubscriptionsRequestCodec: MessageCodec<GetTelemetrySubscriptionsRequestInput, GetTelemetrySubscriptionsRequest> = {
  name: 'GetTelemetrySubscriptionsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeGetTelemetrySubscriptionsRequest,
  decode: decodeGetTelemetrySubscriptionsRequest
}
