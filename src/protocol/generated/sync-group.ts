// Made by scripts/codegen from SyncGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { syncGroupRequestCodec, type SyncGroupRequest, type SyncGroupRequestInput } from './sync-group-request'
import { syncGroupResponseCodec, type SyncGroupResponse, type SyncGroupResponseInput } from './sync-group-response'

export const syncGroupApi: Api<
  SyncGroupRequestInput,
  SyncGroupRequest,
  SyncGroupResponseInput,
  SyncGroupResponse
> = {
  key: 14,
  name: 'SyncGroup',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: syncGroupRequestCodec,
  response: syncGroupResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
