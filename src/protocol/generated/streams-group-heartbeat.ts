// Made by scripts/codegen from StreamsGroupHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  streamsGroupHeartbeatRequestCodec,
  type StreamsGroupHeartbeatRequest,
  type StreamsGroupHeartbeatRequestInput
} from './streams-group-heartbeat-request'
import {
  streamsGroupHeartbeatResponseCodec,
  type StreamsGroupHeartbeatResponse,
  type StreamsGroupHeartbeatResponseInput
} from './streams-group-heartbeat-response'

export const streamsGroupHeartbeatApi: Api<
  StreamsGroupHeartbeatRequestInput,
  StreamsGroupHeartbeatRequest,
  StreamsGroupHeartbeatResponseInput,
  StreamsGroupHeartbeatResponse
> = {
  key: 88,
  name: 'StreamsGroupHeartbeat',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: streamsGroupHeartbeatRequestCodec,
  response: streamsGroupHeartbeatResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
