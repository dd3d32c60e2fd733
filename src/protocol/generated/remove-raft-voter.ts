// Made by scripts/codegen from RemoveRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { removeRaftVoterRequestCodec, type RemoveRaftVoterRequest, type RemoveRaftVoterRequestInput } from './remove-raft-voter-request'
import { removeRaftVoterResponseCodec, type RemoveRaftVoterResponse, type RemoveRaftVoterResponseInput } from './remove-raft-voter-response'

export const removeRaftVoterApi: Api<
  RemoveRaftVoterRequestInput,
  RemoveRaftVoterRequest,
  RemoveRaftVoterResponseInput,
  RemoveRaftVoterResponse
> = {
  key: 81,
  name: 'RemoveRaftVoter',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller', 'broker'],
  request: removeRaftVoterRequestCodec,
  response: removeRaftVoterResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
