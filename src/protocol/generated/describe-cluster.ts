// Made by scripts/codegen from DescribeClusterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeClusterRequestCodec, type DescribeClusterRequest, type DescribeClusterRequestInput } from './describe-cluster-request'
import { describeClusterResponseCodec, type DescribeClusterResponse, type DescribeClusterResponseInput } from './describe-cluster-response'

export const describeClusterApi: Api<
  DescribeClusterRequestInput,
  DescribeClusterRequest,
  DescribeClusterResponseInput,
  DescribeClusterResponse
> = {
  key: 60,
  name: 'DescribeCluster',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeClusterRequestCodec,
  response: describeClusterResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
