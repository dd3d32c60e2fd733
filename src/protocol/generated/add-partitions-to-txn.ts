// Made by scripts/codegen from AddPartitionsToTxnRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  addPartitionsToTxnRequestCodec,
  type AddPartitionsToTxnRequest,
  type AddPartitionsToTxnRequestInput
} from './add-partitions-to-txn-request'
import {
  addPartitionsToTxnResponseCodec,
  type AddPartitionsToTxnResponse,
  type AddPartitionsToTxnResponseInput
} from './add-partitions-to-txn-response'

export const addPartitionsToTxnApi: Api<
  AddPartitionsToTxnRequestInput,
  AddPartitionsToTxnRequest,
  AddPartitionsToTxnResponseInput,
  AddPartitionsToTxnResponse
> = {
  key: 24,
  name: 'AddPartitionsToTxn',
  lowestVersion: 0,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: addPartitionsToTxnRequestCodec,
  response: addPartitionsToTxnResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
