// Made by scripts/codegen from DeleteRecordsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { deleteRecordsRequestCodec, type DeleteRecordsRequest, type DeleteRecordsRequestInput } from './delete-records-request'
import { deleteRecordsResponseCodec, type DeleteRecordsResponse, type DeleteRecordsResponseInput } from './delete-records-response'

export const deleteRecordsApi: Api<
  DeleteRecordsRequestInput,
  DeleteRecordsRequest,
  DeleteRecordsResponseInput,
  DeleteRecordsResponse
> = {
  key: 21,
  name: 'DeleteRecords',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: deleteRecordsRequestCodec,
  response: deleteRecordsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
