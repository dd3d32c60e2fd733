// Made by scripts/codegen from DescribeClientQuotasRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeClientQuotasRequestCodec,
  type DescribeClientQuotasRequest,
  type DescribeClientQuotasRequestInput
} from './describe-client-quotas-request'
import {
  describeClientQuotasResponseCodec,
  type DescribeClientQuotasResponse,
  type DescribeClientQuotasResponseInput
} from './describe-client-quotas-response'

export const describeClientQuotasApi: Api<
  DescribeClientQuotasRequestInput,
  DescribeClientQuotasRequest,
  DescribeClientQuotasResponseInput,
  DescribeClientQuotasResponse
> = {
  key: 48,
  name: 'DescribeClientQuotas',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeClientQuotasRequestCodec,
  response: describeClientQuotasResponseCodec,
  requestHeaderVersion: version => (version >= 1 ? 2 : 1),
  responseHeaderVersion: version => (version >= 1 ? 1 : 0)
}
