// Made by scripts/codegen from ListConfigResourcesRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  listConfigResourcesRequestCodec,
  type ListConfigResourcesRequest,
  type ListConfigResourcesRequestInput
} from './list-config-resources-request'
import {
  listConfigResourcesResponseCodec,
  type ListConfigResourcesResponse,
  type ListConfigResourcesResponseInput
} from './list-config-resources-response'

export const listConfigResourcesApi: Api<
  ListConfigResourcesRequestInput,
  ListConfigResourcesRequest,
  ListConfigResourcesResponseInput,
  ListConfigResourcesResponse
> = {
  key: 74,
  name: 'ListConfigResources',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: listConfigResourcesRequestCodec,
  response: listConfigResourcesResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
