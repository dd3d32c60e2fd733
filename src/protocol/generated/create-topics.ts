// Made by scripts/codegen from CreateTopicsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { createTopicsRequestCodec, type CreateTopicsRequest, type CreateTopicsRequestInput } from './create-topics-request'
import { createTopicsResponseCodec, type CreateTopicsResponse, type CreateTopicsResponseInput } from './create-topics-response'

export const createTopicsApi: Api<
  CreateTopicsRequestInput,
  CreateTopicsRequest,
  CreateTopicsResponseInput,
  CreateTopicsResponse
> = {
  key: 19,
  name: 'CreateTopics',
  lowestVersion: 2,
  highestVersion: 7,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: createTopicsRequestCodec,
  response: createTopicsResponseCodec,
  requestHeaderVersion: version => (version >= 5 ? 2 : 1),
  responseHeaderVersion: version => (version >= 5 ? 1 : 0)
}
