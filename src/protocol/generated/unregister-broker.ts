// Made by scripts/codegen from UnregisterBrokerRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { unregisterBrokerRequestCodec, type UnregisterBrokerRequest, type UnregisterBrokerRequestInput } from './unregister-broker-request'
import {
  unregisterBrokerResponseCodec,
  type UnregisterBrokerResponse,
  type UnregisterBrokerResponseInput
} from './unregister-broker-response'

export const unregisterBrokerApi: Api<
  UnregisterBrokerRequestInput,
  UnregisterBrokerRequest,
  UnregisterBrokerResponseInput,
  UnregisterBrokerResponse
> = {
  key: 64,
  name: 'UnregisterBroker',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: unregisterBrokerRequestCodec,
  response: unregisterBrokerResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
