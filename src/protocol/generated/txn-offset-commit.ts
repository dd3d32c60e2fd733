// Made by scripts/codegen from TxnOffsetCommitRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { txnOffsetCommitRequestCodec, type TxnOffsetCommitRequest, type TxnOffsetCommitRequestInput } from './txn-offset-commit-request'
import { txnOffsetCommitResponseCodec, type TxnOffsetCommitResponse, type TxnOffsetCommitResponseInput } from './txn-offset-commit-response'

export const txnOffsetCommitApi: Api<
  TxnOffsetCommitRequestInput,
  TxnOffsetCommitRequest,
  TxnOffsetCommitResponseInput,
  TxnOffsetCommitResponse
> = {
  key: 28,
  name: 'TxnOffsetCommit',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: txnOffsetCommitRequestCodec,
  response: txnOffsetCommitResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
