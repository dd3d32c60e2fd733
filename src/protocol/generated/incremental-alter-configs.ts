// Made by scripts/codegen from IncrementalAlterConfigsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  incrementalAlterConfigsRequestCodec,
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsRequestInput
} from './incremental-alter-configs-request'
import {
  incrementalAlterConfigsResponseCodec,
  type IncrementalAlterConfigsResponse,
  type IncrementalAlterConfigsResponseInput
} from './incremental-alter-configs-response'

export const incrementalAlterConfigsApi: Api<
  IncrementalAlterConfigsRequestInput,
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsResponseInput,
  IncrementalAlterConfigsResponse
> = {
  key: 44,
  name: 'IncrementalAlterConfigs',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: incrementalAlterConfigsRequestCodec,
  response: incrementalAlterConfigsResponseCodec,
  requestHeaderVersion: version => (version >= 1 ? 2 : 1),
  responseHeaderVersion: version => (version >= 1 ? 1 : 0)
}
