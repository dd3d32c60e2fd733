// Made by scripts/codegen from DescribeShareGroupOffsetsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeShareGroupOffsetsRequestCodec,
  type DescribeShareGroupOffsetsRequest,
  type DescribeShareGroupOffsetsRequestInput
} from './describe-share-group-offsets-request'
import {
  describeShareGroupOffsetsResponseCodec,
  type DescribeShareGroupOffsetsResponse,
  type DescribeShareGroupOffsetsResponseInput
} from './describe-share-group-offsets-response'

export const describeShareGroupOffsetsApi: Api<
  DescribeShareGroupOffsetsRequestInput,
  DescribeShareGroupOffsetsRequest,
  DescribeShareGroupOffsetsResponseInput,
  DescribeShareGroupOffsetsResponse
> = {
  key: 90,
  name: 'DescribeShareGroupOffsets',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeShareGroupOffsetsRequestCodec,
  response: describeShareGroupOffsetsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
