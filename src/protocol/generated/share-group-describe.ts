// Made by scripts/codegen from ShareGroupDescribeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  shareGroupDescribeRequestCodec,
  type ShareGroupDescribeRequest,
  type ShareGroupDescribeRequestInput
} from './share-group-describe-request'
import {
  shareGroupDescribeResponseCodec,
  type ShareGroupDescribeResponse,
  type ShareGroupDescribeResponseInput
} from './share-group-describe-response'

export const shareGroupDescribeApi: Api<
  ShareGroupDescribeRequestInput,
  ShareGroupDescribeRequest,
  ShareGroupDescribeResponseInput,
  ShareGroupDescribeResponse
> = {
  key: 77,
  name: 'ShareGroupDescribe',
  lowestVersion: 1,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: shareGroupDescribeRequestCodec,
  response: shareGroupDescribeResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
