// Made by scripts/codegen from UpdateRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { updateRaftVoterRequestCodec, type UpdateRaftVoterRequest, type UpdateRaftVoterRequestInput } from './update-raft-voter-request'
import { updateRaftVoterResponseCodec, type UpdateRaftVoterResponse, type UpdateRaftVoterResponseInput } from './update-raft-voter-response'

export const updateRaftVoterApi: Api<
  UpdateRaftVoterRequestInput,
  UpdateRaftVoterRequest,
  UpdateRaftVoterResponseInput,
  UpdateRaftVoterResponse
> = {
  key: 82,
  name: 'UpdateRaftVoter',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: updateRaftVoterRequestCodec,
  response: updateRaftVoterResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
