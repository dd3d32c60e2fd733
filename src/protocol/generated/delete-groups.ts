// Made by scripts/codegen from DeleteGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { deleteGroupsRequestCodec, type DeleteGroupsRequest, type DeleteGroupsRequestInput } from './delete-groups-request'
import { deleteGroupsResponseCodec, type DeleteGroupsResponse, type DeleteGroupsResponseInput } from './delete-groups-response'

export const deleteGroupsApi: Api<
  DeleteGroupsRequestInput,
  DeleteGroupsRequest,
  DeleteGroupsResponseInput,
  DeleteGroupsResponse
> = {
  key: 42,
  name: 'DeleteGroups',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: deleteGroupsRequestCodec,
  response: deleteGroupsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
