// Made by scripts/codegen from OffsetCommitRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { offsetCommitRequestCodec, type OffsetCommitRequest, type OffsetCommitRequestInput } from './offset-commit-request'
import { offsetCommitResponseCodec, type OffsetCommitResponse, type OffsetCommitResponseInput } from './offset-commit-response'

export const offsetCommitApi: Api<
  OffsetCommitRequestInput,
  OffsetCommitRequest,
  OffsetCommitResponseInput,
  OffsetCommitResponse
> = {
  key: 8,
  name: 'OffsetCommit',
  lowestVersion: 2,
  highestVersion: 10,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: offsetCommitRequestCodec,
  response: offsetCommitResponseCodec,
  requestHeaderVersion: version => (version >= 8 ? 2 : 1),
  responseHeaderVersion: version => (version >= 8 ? 1 : 0)
}
