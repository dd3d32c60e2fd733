// Made by scripts/codegen from AlterShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  alterShareGroupOffsetsRequestCodec,
  type AlterShareGroupOffsetsRequest,
  type AlterShareGroupOffsetsRequestInput
} from './alter-share-group-offsets-request'
import {
  alterShareGroupOffsetsResponseCodec,
  type AlterShareGroupOffsetsResponse,
  type AlterShareGroupOffsetsResponseInput
} from './alter-share-group-offsets-response'

export const alterShareGroupOffsetsApi: Api<
  AlterShareGroupOffsetsRequestInput,
  AlterShareGroupOffsetsRequest,
  AlterShareGroupOffsetsResponseInput,
  AlterShareGroupOffsetsResponse
> = {
  key: 91,
  name: 'AlterShareGroupOffsets',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: alterShareGroupOffsetsRequestCodec,
  response: alterShareGroupOffsetsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
