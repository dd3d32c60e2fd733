// Made by scripts/codegen from ShareFetchRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { shareFetchRequestCodec, type ShareFetchRequest, type ShareFetchRequestInput } from './share-fetch-request'
import { shareFetchResponseCodec, type ShareFetchResponse, type ShareFetchResponseInput } from './share-fetch-response'

export const shareFetchApi: Api<
  ShareFetchRequestInput,
  ShareFetchRequest,
  ShareFetchResponseInput,
  ShareFetchResponse
> = {
  key: 78,
  name: 'ShareFetch',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: shareFetchRequestCodec,
  response: shareFetchResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
