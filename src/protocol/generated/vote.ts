// Made by scripts/codegen from VoteRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { voteRequestCodec, type VoteRequest, type VoteRequestInput } from './vote-request'
import { voteResponseCodec, type VoteResponse, type VoteResponseInput } from './vote-response'

export const voteApi: Api<
  VoteRequestInput,
  VoteRequest,
  VoteResponseInput,
  VoteResponse
> = {
  key: 52,
  name: 'Vote',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: voteRequestCodec,
  response: voteResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
