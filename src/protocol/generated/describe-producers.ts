// Made by scripts/codegen from DescribeProducersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeProducersRequestCodec,
  type DescribeProducersRequest,
  type DescribeProducersRequestInput
} from './describe-producers-request'
import {
  describeProducersResponseCodec,
  type DescribeProducersResponse,
  type DescribeProducersResponseInput
} from './describe-producers-response'

export const describeProducersApi: Api<
  DescribeProducersRequestInput,
  DescribeProducersRequest,
  DescribeProducersResponseInput,
  DescribeProducersResponse
> = {
  key: 61,
  name: 'DescribeProducers',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeProducersRequestCodec,
  response: describeProducersResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
