// Made by scripts/codegen from DeleteTopicsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { deleteTopicsRequestCodec, type DeleteTopicsRequest, type DeleteTopicsRequestInput } from './delete-topics-request'
import { deleteTopicsResponseCodec, type DeleteTopicsResponse, type DeleteTopicsResponseInput } from './delete-topics-response'

export const deleteTopicsApi: Api<
  DeleteTopicsRequestInput,
  DeleteTopicsRequest,
  DeleteTopicsResponseInput,
  DeleteTopicsResponse
> = {
  key: 20,
  name: 'DeleteTopics',
  lowestVersion: 1,
  highestVersion: 6,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: deleteTopicsRequestCodec,
  response: deleteTopicsResponseCodec,
  requestHeaderVersion: version => (version >= 4 ? 2 : 1),
  responseHeaderVersion: version => (version >= 4 ? 1 : 0)
}
