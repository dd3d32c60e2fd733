// Made by scripts/codegen from DeleteShareGroupStateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  deleteShareGroupStateRequestCodec,
  type DeleteShareGroupStateRequest,
  type DeleteShareGroupStateRequestInput
} from './delete-share-group-state-request'
import {
  deleteShareGroupStateResponseCodec,
  type DeleteShareGroupStateResponse,
  type DeleteShareGroupStateResponseInput
} from './delete-share-group-state-response'

export const deleteShareGroupStateApi: Api<
  DeleteShareGroupStateRequestInput,
  DeleteShareGroupStateRequest,
  DeleteShareGroupStateResponseInput,
  DeleteShareGroupStateResponse
> = {
  key: 86,
  name: 'DeleteShareGroupState',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: deleteShareGroupStateRequestCodec,
  response: deleteShareGroupStateResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
