// Made by scripts/codegen from ListOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { listOffsetsRequestCodec, type ListOffsetsRequest, type ListOffsetsRequestInput } from './list-offsets-request'
import { listOffsetsResponseCodec, type ListOffsetsResponse, type ListOffsetsResponseInput } from './list-offsets-response'

export const listOffsetsApi: Api<
  ListOffsetsRequestInput,
  ListOffsetsRequest,
  ListOffsetsResponseInput,
  ListOffsetsResponse
> = {
  key: 2,
  name: 'ListOffsets',
  lowestVersion: 1,
  highestVersion: 11,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: listOffsetsRequestCodec,
  response: listOffsetsResponseCodec,
  requestHeaderVersion: version => (version >= 6 ? 2 : 1),
  responseHeaderVersion: version => (version >= 6 ? 1 : 0)
}
