// Made by scripts/codegen from EndTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { endTxnRequestCodec, type EndTxnRequest, type EndTxnRequestInput } from './end-txn-request'
import { endTxnResponseCodec, type EndTxnResponse, type EndTxnResponseInput } from './end-txn-response'

export const endTxnApi: Api<
  EndTxnRequestInput,
  EndTxnRequest,
  EndTxnResponseInput,
  EndTxnResponse
> = {
  key: 26,
  name: 'EndTxn',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: endTxnRequestCodec,
  response: endTxnResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
