// Made by scripts/codegen from DescribeQuorumRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeQuorumRequestCodec, type DescribeQuorumRequest, type DescribeQuorumRequestInput } from './describe-quorum-request'
import { describeQuorumResponseCodec, type DescribeQuorumResponse, type DescribeQuorumResponseInput } from './describe-quorum-response'

export const describeQuorumApi: Api<
  DescribeQuorumRequestInput,
  DescribeQuorumRequest,
  DescribeQuorumResponseInput,
  DescribeQuorumResponse
> = {
  key: 55,
  name: 'DescribeQuorum',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeQuorumRequestCodec,
  response: describeQuorumResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
