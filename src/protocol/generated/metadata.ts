// Made by scripts/codegen from MetadataRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { metadataRequestCodec, type MetadataRequest, type MetadataRequestInput } from './metadata-request'
import { metadataResponseCodec, type MetadataResponse, type MetadataResponseInput } from './metadata-response'

export const metadataApi: Api<
  MetadataRequestInput,
  MetadataRequest,
  MetadataResponseInput,
  MetadataResponse
> = {
  key: 3,
  name: 'Metadata',
  lowestVersion: 0,
  highestVersion: 13,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: metadataRequestCodec,
  response: metadataResponseCodec,
  requestHeaderVersion: version => (version >= 9 ? 2 : 1),
  responseHeaderVersion: version => (version >= 9 ? 1 : 0)
}
