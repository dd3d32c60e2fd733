// Made by scripts/codegen from AddOffsetsToTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { addOffsetsToTxnRequestCodec, type AddOffsetsToTxnRequest, type AddOffsetsToTxnRequestInput } from './add-offsets-to-txn-request'
import {
  addOffsetsToTxnResponseCodec,
  type AddOffsetsToTxnResponse,
  type AddOffsetsToTxnResponseInput
} from './add-offsets-to-txn-response'

export const addOffsetsToTxnApi: Api<
  AddOffsetsToTxnRequestInput,
  AddOffsetsToTxnRequest,
  AddOffsetsToTxnResponseInput,
  AddOffsetsToTxnResponse
> = {
  key: 25,
  name: 'AddOffsetsToTxn',
  lowestVersion: 0,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: addOffsetsToTxnRequestCodec,
  response: addOffsetsToTxnResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
