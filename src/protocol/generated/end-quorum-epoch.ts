// Made by scripts/codegen from EndQuorumEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { endQuorumEpochRequestCodec, type EndQuorumEpochRequest, type EndQuorumEpochRequestInput } from './end-quorum-epoch-request'
import { endQuorumEpochResponseCodec, type EndQuorumEpochResponse, type EndQuorumEpochResponseInput } from './end-quorum-epoch-response'

export const endQuorumEpochApi: Api<
  EndQuorumEpochRequestInput,
  EndQuorumEpochRequest,
  EndQuorumEpochResponseInput,
  EndQuorumEpochResponse
> = {
  key: 54,
  name: 'EndQuorumEpoch',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: endQuorumEpochRequestCodec,
  response: endQuorumEpochResponseCodec,
  requestHeaderVersion: version => (version >= 1 ? 2 : 1),
  responseHeaderVersion: version => (version >= 1 ? 1 : 0)
}
