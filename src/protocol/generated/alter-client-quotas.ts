// Made by scripts/codegen from AlterClientQuotasRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  alterClientQuotasRequestCodec,
  type AlterClientQuotasRequest,
  type AlterClientQuotasRequestInput
} from './alter-client-quotas-request'
import {
  alterClientQuotasResponseCodec,
  type AlterClientQuotasResponse,
  type AlterClientQuotasResponseInput
} from './alter-client-quotas-response'

export const alterClientQuotasApi: Api<
  AlterClientQuotasRequestInput,
  AlterClientQuotasRequest,
  AlterClientQuotasResponseInput,
  AlterClientQuotasResponse
> = {
  key: 49,
  name: 'AlterClientQuotas',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: alterClientQuotasRequestCodec,
  response: alterClientQuotasResponseCodec,
  requestHeaderVersion: version => (version >= 1 ? 2 : 1),
  responseHeaderVersion: version => (version >= 1 ? 1 : 0)
}
