// Made by scripts/codegen from DescribeTransactionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeTransactionsRequestCodec,
  type DescribeTransactionsRequest,
  type DescribeTransactionsRequestInput
} from './describe-transactions-request'
import {
  describeTransactionsResponseCodec,
  type DescribeTransactionsResponse,
  type DescribeTransactionsResponseInput
} from './describe-transactions-response'

export const describeTransactionsApi: Api<
  DescribeTransactionsRequestInput,
  DescribeTransactionsRequest,
  DescribeTransactionsResponseInput,
  DescribeTransactionsResponse
> = {
  key: 65,
  name: 'DescribeTransactions',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeTransactionsRequestCodec,
  response: describeTransactionsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
