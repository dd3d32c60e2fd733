// Made by scripts/codegen from InitializeShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  initializeShareGroupStateRequestCodec,
  type InitializeShareGroupStateRequest,
  type InitializeShareGroupStateRequestInput
} from './initialize-share-group-state-request'
import {
  initializeShareGroupStateResponseCodec,
  type InitializeShareGroupStateResponse,
  type InitializeShareGroupStateResponseInput
} from './initialize-share-group-state-response'

export const initializeShareGroupStateApi: Api<
  InitializeShareGroupStateRequestInput,
  InitializeShareGroupStateRequest,
  InitializeShareGroupStateResponseInput,
  InitializeShareGroupStateResponse
> = {
  key: 83,
  name: 'InitializeShareGroupState',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: initializeShareGroupStateRequestCodec,
  response: initializeShareGroupStateResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
