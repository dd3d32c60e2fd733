// Made by scripts/codegen from LeaveGroupRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { leaveGroupRequestCodec, type LeaveGroupRequest, type LeaveGroupRequestInput } from './leave-group-request'
import { leaveGroupResponseCodec, type LeaveGroupResponse, type LeaveGroupResponseInput } from './leave-group-response'

export const leaveGroupApi: Api<
  LeaveGroupRequestInput,
  LeaveGroupRequest,
  LeaveGroupResponseInput,
  LeaveGroupResponse
> = {
  key: 13,
  name: 'LeaveGroup',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: leaveGroupRequestCodec,
  response: leaveGroupResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
