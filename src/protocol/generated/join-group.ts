// Made by scripts/codegen from JoinGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { joinGroupRequestCodec, type JoinGroupRequest, type JoinGroupRequestInput } from './join-group-request'
import { joinGroupResponseCodec, type JoinGroupResponse, type JoinGroupResponseInput } from './join-group-response'

export const joinGroupApi: Api<
  JoinGroupRequestInput,
  JoinGroupRequest,
  JoinGroupResponseInput,
  JoinGroupResponse
> = {
  key: 11,
  name: 'JoinGroup',
  lowestVersion: 0,
  highestVersion: 9,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: joinGroupRequestCodec,
  response: joinGroupResponseCodec,
  requestHeaderVersion: version => (version >= 6 ? 2 : 1),
  responseHeaderVersion: version => (version >= 6 ? 1 : 0)
}
