// Made by scripts/codegen from OffsetDeleteRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { offsetDeleteRequestCodec, type OffsetDeleteRequest, type OffsetDeleteRequestInput } from './offset-delete-request'
import { offsetDeleteResponseCodec, type OffsetDeleteResponse, type OffsetDeleteResponseInput } from './offset-delete-response'

export const offsetDeleteApi: Api<
  OffsetDeleteRequestInput,
  OffsetDeleteRequest,
  OffsetDeleteResponseInput,
  OffsetDeleteResponse
> = {
  key: 47,
  name: 'OffsetDelete',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: offsetDeleteRequestCodec,
  response: offsetDeleteResponseCodec,
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0
}
