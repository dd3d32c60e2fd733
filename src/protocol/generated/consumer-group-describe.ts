// Made by scripts/codegen from ConsumerGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  consumerGroupDescribeRequestCodec,
  type ConsumerGroupDescribeRequest,
  type ConsumerGroupDescribeRequestInput
} from './consumer-group-describe-request'
import {
  consumerGroupDescribeResponseCodec,
  type ConsumerGroupDescribeResponse,
  type ConsumerGroupDescribeResponseInput
} from './consumer-group-describe-response'

export const consumerGroupDescribeApi: Api<
  ConsumerGroupDescribeRequestInput,
  ConsumerGroupDescribeRequest,
  ConsumerGroupDescribeResponseInput,
  ConsumerGroupDescribeResponse
> = {
  key: 69,
  name: 'ConsumerGroupDescribe',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: consumerGroupDescribeRequestCodec,
  response: consumerGroupDescribeResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
