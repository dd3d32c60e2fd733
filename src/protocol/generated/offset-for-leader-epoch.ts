// Made by scripts/codegen from OffsetForLeaderEpochRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  offsetForLeaderEpochRequestCodec,
  type OffsetForLeaderEpochRequest,
  type OffsetForLeaderEpochRequestInput
} from './offset-for-leader-epoch-request'
import {
  offsetForLeaderEpochResponseCodec,
  type OffsetForLeaderEpochResponse,
  type OffsetForLeaderEpochResponseInput
} from './offset-for-leader-epoch-response'

export const offsetForLeaderEpochApi: Api<
  OffsetForLeaderEpochRequestInput,
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponseInput,
  OffsetForLeaderEpochResponse
> = {
  key: 23,
  name: 'OffsetForLeaderEpoch',
  lowestVersion: 2,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: offsetForLeaderEpochRequestCodec,
  response: offsetForLeaderEpochResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
