// Made by scripts/codegen from GetTelemetrySubscriptionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  getTelemetrySubscriptionsRequestCodec,
  type GetTelemetrySubscriptionsRequest,
  type GetTelemetrySubscriptionsRequestInput
} from './get-telemetry-subscriptions-request'
import {
  getTelemetrySubscriptionsResponseCodec,
  type GetTelemetrySubscriptionsResponse,
  type GetTelemetrySubscriptionsResponseInput
} from './get-telemetry-subscriptions-response'

export const getTelemetrySubscriptionsApi: Api<
  GetTelemetrySubscriptionsRequestInput,
  GetTelemetrySubscriptionsRequest,
  GetTelemetrySubscriptionsResponseInput,
  GetTelemetrySubscriptionsResponse
> = {
  key: 71,
  name: 'GetTelemetrySubscriptions',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: getTelemetrySubscriptionsRequestCodec,
  response: getTelemetrySubscriptionsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
