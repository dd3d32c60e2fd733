// Made by scripts/codegen from ApiVersionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { apiVersionsRequestCodec, type ApiVersionsRequest, type ApiVersionsRequestInput } from './api-versions-request'
import { apiVersionsResponseCodec, type ApiVersionsResponse, type ApiVersionsResponseInput } from './api-versions-response'

export const apiVersionsApi: Api<
  ApiVersionsRequestInput,
  ApiVersionsRequest,
  ApiVersionsResponseInput,
  ApiVersionsResponse
> = {
  key: 18,
  name: 'ApiVersions',
  lowestVersion: 0,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: apiVersionsRequestCodec,
  response: apiVersionsResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: () => 0
}
