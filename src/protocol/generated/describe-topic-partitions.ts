// Made by scripts/codegen from DescribeTopicPartitionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeTopicPartitionsRequestCodec,
  type DescribeTopicPartitionsRequest,
  type DescribeTopicPartitionsRequestInput
} from './describe-topic-partitions-request'
import {
  describeTopicPartitionsResponseCodec,
  type DescribeTopicPartitionsResponse,
  type DescribeTopicPartitionsResponseInput
} from './describe-topic-partitions-response'

export const describeTopicPartitionsApi: Api<
  DescribeTopicPartitionsRequestInput,
  DescribeTopicPartitionsRequest,
  DescribeTopicPartitionsResponseInput,
  DescribeTopicPartitionsResponse
> = {
  key: 75,
  name: 'DescribeTopicPartitions',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeTopicPartitionsRequestCodec,
  response: describeTopicPartitionsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
