// Made by scripts/codegen from ConsumerGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  consumerGroupHeartbeatRequestCodec,
  type ConsumerGroupHeartbeatRequest,
  type ConsumerGroupHeartbeatRequestInput
} from './consumer-group-heartbeat-request'
import {
  consumerGroupHeartbeatResponseCodec,
  type ConsumerGroupHeartbeatResponse,
  type ConsumerGroupHeartbeatResponseInput
} from './consumer-group-heartbeat-response'

export const consumerGroupHeartbeatApi: Api<
  ConsumerGroupHeartbeatRequestInput,
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponseInput,
  ConsumerGroupHeartbeatResponse
> = {
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: consumerGroupHeartbeatRequestCodec,
  response: consumerGroupHeartbeatResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
