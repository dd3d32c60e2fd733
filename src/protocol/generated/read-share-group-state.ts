// Made by scripts/codegen from ReadShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  readShareGroupStateRequestCodec,
  type ReadShareGroupStateRequest,
  type ReadShareGroupStateRequestInput
} from './read-share-group-state-request'
import {
  readShareGroupStateResponseCodec,
  type ReadShareGroupStateResponse,
  type ReadShareGroupStateResponseInput
} from './read-share-group-state-response'

export const readShareGroupStateApi: Api<
  ReadShareGroupStateRequestInput,
  ReadShareGroupStateRequest,
  ReadShareGroupStateResponseInput,
  ReadShareGroupStateResponse
> = {
  key: 84,
  name: 'ReadShareGroupState',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: readShareGroupStateRequestCodec,
  response: readShareGroupStateResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
