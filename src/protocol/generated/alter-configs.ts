// Made by scripts/codegen from AlterConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { alterConfigsRequestCodec, type AlterConfigsRequest, type AlterConfigsRequestInput } from './alter-configs-request'
import { alterConfigsResponseCodec, type AlterConfigsResponse, type AlterConfigsResponseInput } from './alter-configs-response'

export const alterConfigsApi: Api<
  AlterConfigsRequestInput,
  AlterConfigsRequest,
  AlterConfigsResponseInput,
  AlterConfigsResponse
> = {
  key: 33,
  name: 'AlterConfigs',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: alterConfigsRequestCodec,
  response: alterConfigsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
