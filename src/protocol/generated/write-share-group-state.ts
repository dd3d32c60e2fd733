// Made by scripts/codegen from WriteShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  writeShareGroupStateRequestCodec,
  type WriteShareGroupStateRequest,
  type WriteShareGroupStateRequestInput
} from './write-share-group-state-request'
import {
  writeShareGroupStateResponseCodec,
  type WriteShareGroupStateResponse,
  type WriteShareGroupStateResponseInput
} from './write-share-group-state-response'

export const writeShareGroupStateApi: Api<
  WriteShareGroupStateRequestInput,
  WriteShareGroupStateRequest,
  WriteShareGroupStateResponseInput,
  WriteShareGroupStateResponse
> = {
  key: 85,
  name: 'WriteShareGroupState',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: writeShareGroupStateRequestCodec,
  response: writeShareGroupStateResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
