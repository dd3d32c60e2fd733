// Made by scripts/codegen from DeleteShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  deleteShareGroupOffsetsRequestCodec,
  type DeleteShareGroupOffsetsRequest,
  type DeleteShareGroupOffsetsRequestInput
} from './delete-share-group-offsets-request'
import {
  deleteShareGroupOffsetsResponseCodec,
  type DeleteShareGroupOffsetsResponse,
  type DeleteShareGroupOffsetsResponseInput
} from './delete-share-group-offsets-response'

export const deleteShareGroupOffsetsApi: Api<
  DeleteShareGroupOffsetsRequestInput,
  DeleteShareGroupOffsetsRequest,
  DeleteShareGroupOffsetsResponseInput,
  DeleteShareGroupOffsetsResponse
> = {
  key: 92,
  name: 'DeleteShareGroupOffsets',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: deleteShareGroupOffsetsRequestCodec,
  response: deleteShareGroupOffsetsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
