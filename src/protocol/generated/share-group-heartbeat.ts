// Made by scripts/codegen from ShareGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  shareGroupHeartbeatRequestCodec,
  type ShareGroupHeartbeatRequest,
  type ShareGroupHeartbeatRequestInput
} from './share-group-heartbeat-request'
import {
  shareGroupHeartbeatResponseCodec,
  type ShareGroupHeartbeatResponse,
  type ShareGroupHeartbeatResponseInput
} from './share-group-heartbeat-response'

export const shareGroupHeartbeatApi: Api<
  ShareGroupHeartbeatRequestInput,
  ShareGroupHeartbeatRequest,
  ShareGroupHeartbeatResponseInput,
  ShareGroupHeartbeatResponse
> = {
  key: 76,
  name: 'ShareGroupHeartbeat',
  lowestVersion: 1,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: shareGroupHeartbeatRequestCodec,
  response: shareGroupHeartbeatResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
