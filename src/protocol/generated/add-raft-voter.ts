// Made by scripts/codegen from AddRaftVoterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { addRaftVoterRequestCodec, type AddRaftVoterRequest, type AddRaftVoterRequestInput } from './add-raft-voter-request'
import { addRaftVoterResponseCodec, type AddRaftVoterResponse, type AddRaftVoterResponseInput } from './add-raft-voter-response'

export const addRaftVoterApi: Api<
  AddRaftVoterRequestInput,
  AddRaftVoterRequest,
  AddRaftVoterResponseInput,
  AddRaftVoterResponse
> = {
  key: 80,
  name: 'AddRaftVoter',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['controller', 'broker'],
  request: addRaftVoterRequestCodec,
  response: addRaftVoterResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
