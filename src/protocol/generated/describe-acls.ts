// Made by scripts/codegen from DescribeAclsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeAclsRequestCodec, type DescribeAclsRequest, type DescribeAclsRequestInput } from './describe-acls-request'
import { describeAclsResponseCodec, type DescribeAclsResponse, type DescribeAclsResponseInput } from './describe-acls-response'

export const describeAclsApi: Api<
  DescribeAclsRequestInput,
  DescribeAclsRequest,
  DescribeAclsResponseInput,
  DescribeAclsResponse
> = {
  key: 29,
  name: 'DescribeAcls',
  lowestVersion: 1,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeAclsRequestCodec,
  response: describeAclsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
