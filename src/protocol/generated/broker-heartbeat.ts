// Made by scripts/codegen from BrokerHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { brokerHeartbeatRequestCodec, type BrokerHeartbeatRequest, type BrokerHeartbeatRequestInput } from './broker-heartbeat-request'
import { brokerHeartbeatResponseCodec, type BrokerHeartbeatResponse, type BrokerHeartbeatResponseInput } from './broker-heartbeat-response'

export const brokerHeartbeatApi: Api<
  BrokerHeartbeatRequestInput,
  BrokerHeartbeatRequest,
  BrokerHeartbeatResponseInput,
  BrokerHeartbeatResponse
> = {
  key: 63,
  name: 'BrokerHeartbeat',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: brokerHeartbeatRequestCodec,
  response: brokerHeartbeatResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
