// Made by scripts/codegen from ListGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { listGroupsRequestCodec, type ListGroupsRequest, type ListGroupsRequestInput } from './list-groups-request'
import { listGroupsResponseCodec, type ListGroupsResponse, type ListGroupsResponseInput } from './list-groups-response'

export const listGroupsApi: Api<
  ListGroupsRequestInput,
  ListGroupsRequest,
  ListGroupsResponseInput,
  ListGroupsResponse
> = {
  key: 16,
  name: 'ListGroups',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: listGroupsRequestCodec,
  response: listGroupsResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
