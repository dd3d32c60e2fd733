// Made by scripts/codegen from ListTransactionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { listTransactionsRequestCodec, type ListTransactionsRequest, type ListTransactionsRequestInput } from './list-transactions-request'
import {
  listTransactionsResponseCodec,
  type ListTransactionsResponse,
  type ListTransactionsResponseInput
} from './list-transactions-response'

export const listTransactionsApi: Api<
  ListTransactionsRequestInput,
  ListTransactionsRequest,
  ListTransactionsResponseInput,
  ListTransactionsResponse
> = {
  key: 66,
  name: 'ListTransactions',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: listTransactionsRequestCodec,
  response: listTransactionsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
