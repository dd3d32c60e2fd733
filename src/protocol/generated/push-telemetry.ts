// Made by scripts/codegen from PushTelemetryRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { pushTelemetryRequestCodec, type PushTelemetryRequest, type PushTelemetryRequestInput } from './push-telemetry-request'
import { pushTelemetryResponseCodec, type PushTelemetryResponse, type PushTelemetryResponseInput } from './push-telemetry-response'

export const pushTelemetryApi: Api<
  PushTelemetryRequestInput,
  PushTelemetryRequest,
  PushTelemetryResponseInput,
  PushTelemetryResponse
> = {
  key: 72,
  name: 'PushTelemetry',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: pushTelemetryRequestCodec,
  response: pushTelemetryResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
