// Made by scripts/codegen from OffsetFetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { offsetFetchRequestCodec, type OffsetFetchRequest, type OffsetFetchRequestInput } from './offset-fetch-request'
import { offsetFetchResponseCodec, type OffsetFetchResponse, type OffsetFetchResponseInput } from './offset-fetch-response'

export const offsetFetchApi: Api<
  OffsetFetchRequestInput,
  OffsetFetchRequest,
  OffsetFetchResponseInput,
  OffsetFetchResponse
> = {
  key: 9,
  name: 'OffsetFetch',
  lowestVersion: 1,
  highestVersion: 10,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: offsetFetchRequestCodec,
  response: offsetFetchResponseCodec,
  requestHeaderVersion: version => (version >= 6 ? 2 : 1),
  responseHeaderVersion: version => (version >= 6 ? 1 : 0)
}
