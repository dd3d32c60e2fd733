// Made by scripts/codegen from DescribeConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeConfigsRequestCodec, type DescribeConfigsRequest, type DescribeConfigsRequestInput } from './describe-configs-request'
import { describeConfigsResponseCodec, type DescribeConfigsResponse, type DescribeConfigsResponseInput } from './describe-configs-response'

export const describeConfigsApi: Api<
  DescribeConfigsRequestInput,
  DescribeConfigsRequest,
  DescribeConfigsResponseInput,
  DescribeConfigsResponse
> = {
  key: 32,
  name: 'DescribeConfigs',
  lowestVersion: 1,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeConfigsRequestCodec,
  response: describeConfigsResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
