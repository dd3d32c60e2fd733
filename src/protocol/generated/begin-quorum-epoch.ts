// Made by scripts/codegen from BeginQuorumEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { beginQuorumEpochRequestCodec, type BeginQuorumEpochRequest, type BeginQuorumEpochRequestInput } from './begin-quorum-epoch-request'
import {
  beginQuorumEpochResponseCodec,
  type BeginQuorumEpochResponse,
  type BeginQuorumEpochResponseInput
} from './begin-quorum-epoch-response'

export const beginQuorumEpochApi: Api<
  BeginQuorumEpochRequestInput,
  BeginQuorumEpochRequest,
  BeginQuorumEpochResponseInput,
  BeginQuorumEpochResponse
> = {
  key: 53,
  name: 'BeginQuorumEpoch',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: beginQuorumEpochRequestCodec,
  response: beginQuorumEpochResponseCodec,
  requestHeaderVersion: version => (version >= 1 ? 2 : 1),
  responseHeaderVersion: version => (version >= 1 ? 1 : 0)
}
