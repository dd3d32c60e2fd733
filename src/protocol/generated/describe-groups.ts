// Made by scripts/codegen from DescribeGroupsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeGroupsRequestCodec, type DescribeGroupsRequest, type DescribeGroupsRequestInput } from './describe-groups-request'
import { describeGroupsResponseCodec, type DescribeGroupsResponse, type DescribeGroupsResponseInput } from './describe-groups-response'

export const describeGroupsApi: Api<
  DescribeGroupsRequestInput,
  DescribeGroupsRequest,
  DescribeGroupsResponseInput,
  DescribeGroupsResponse
> = {
  key: 15,
  name: 'DescribeGroups',
  lowestVersion: 0,
  highestVersion: 6,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeGroupsRequestCodec,
  response: describeGroupsResponseCodec,
  requestHeaderVersion: version => (version >= 5 ? 2 : 1),
  responseHeaderVersion: version => (version >= 5 ? 1 : 0)
}
