// Made by scripts/codegen from WriteTxnMarkersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { writeTxnMarkersRequestCodec, type WriteTxnMarkersRequest, type WriteTxnMarkersRequestInput } from './write-txn-markers-request'
import { writeTxnMarkersResponseCodec, type WriteTxnMarkersResponse, type WriteTxnMarkersResponseInput } from './write-txn-markers-response'

export const writeTxnMarkersApi: Api<
  WriteTxnMarkersRequestInput,
  WriteTxnMarkersRequest,
  WriteTxnMarkersResponseInput,
  WriteTxnMarkersResponse
> = {
  key: 27,
  name: 'WriteTxnMarkers',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: writeTxnMarkersRequestCodec,
  response: writeTxnMarkersResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
