// Made by scripts/codegen from FetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { fetchRequestCodec, type FetchRequest, type FetchRequestInput } from './fetch-request'
import { fetchResponseCodec, type FetchResponse, type FetchResponseInput } from './fetch-response'

export const fetchApi: Api<
  FetchRequestInput,
  FetchRequest,
  FetchResponseInput,
  FetchResponse
> = {
  key: 1,
  name: 'Fetch',
  lowestVersion: 4,
  highestVersion: 18,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: fetchRequestCodec,
  response: fetchResponseCodec,
  requestHeaderVersion: version => (version >= 12 ? 2 : 1),
  responseHeaderVersion: version => (version >= 12 ? 1 : 0)
}
