// Made by scripts/codegen from ProduceRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { produceRequestCodec, type ProduceRequest, type ProduceRequestInput } from './produce-request'
import { produceResponseCodec, type ProduceResponse, type ProduceResponseInput } from './produce-response'

export const produceApi: Api<
  ProduceRequestInput,
  ProduceRequest,
  ProduceResponseInput,
  ProduceResponse
> = {
  key: 0,
  name: 'Produce',
  lowestVersion: 3,
  highestVersion: 13,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: produceRequestCodec,
  response: produceResponseCodec,
  requestHeaderVersion: version => (version >= 9 ? 2 : 1),
  responseHeaderVersion: version => (version >= 9 ? 1 : 0)
}
