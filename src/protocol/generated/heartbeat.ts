// Made by scripts/codegen from HeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { heartbeatRequestCodec, type HeartbeatRequest, type HeartbeatRequestInput } from './heartbeat-request'
import { heartbeatResponseCodec, type HeartbeatResponse, type HeartbeatResponseInput } from './heartbeat-response'

export const heartbeatApi: Api<
  HeartbeatRequestInput,
  HeartbeatRequest,
  HeartbeatResponseInput,
  HeartbeatResponse
> = {
  key: 12,
  name: 'Heartbeat',
  lowestVersion: 0,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: heartbeatRequestCodec,
  response: heartbeatResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
