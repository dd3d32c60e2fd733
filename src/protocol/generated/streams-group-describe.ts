// Made by scripts/codegen from StreamsGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  streamsGroupDescribeRequestCodec,
  type StreamsGroupDescribeRequest,
  type StreamsGroupDescribeRequestInput
} from './streams-group-describe-request'
import {
  streamsGroupDescribeResponseCodec,
  type StreamsGroupDescribeResponse,
  type StreamsGroupDescribeResponseInput
} from './streams-group-describe-response'

export const streamsGroupDescribeApi: Api<
  StreamsGroupDescribeRequestInput,
  StreamsGroupDescribeRequest,
  StreamsGroupDescribeResponseInput,
  StreamsGroupDescribeResponse
> = {
  key: 89,
  name: 'StreamsGroupDescribe',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: streamsGroupDescribeRequestCodec,
  response: streamsGroupDescribeResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
