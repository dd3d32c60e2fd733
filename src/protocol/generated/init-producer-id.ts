// Made by scripts/codegen from InitProducerIdRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { initProducerIdRequestCodec, type InitProducerIdRequest, type InitProducerIdRequestInput } from './init-producer-id-request'
import { initProducerIdResponseCodec, type InitProducerIdResponse, type InitProducerIdResponseInput } from './init-producer-id-response'

export const initProducerIdApi: Api<
  InitProducerIdRequestInput,
  InitProducerIdRequest,
  InitProducerIdResponseInput,
  InitProducerIdResponse
> = {
  key: 22,
  name: 'InitProducerId',
  lowestVersion: 0,
  highestVersion: 6,
  latestVersionUnstable: true,
  listeners: ['broker'],
  request: initProducerIdRequestCodec,
  response: initProducerIdResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
