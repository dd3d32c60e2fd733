// Made by scripts/codegen from AllocateProducerIdsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  allocateProducerIdsRequestCodec,
  type AllocateProducerIdsRequest,
  type AllocateProducerIdsRequestInput
} from './allocate-producer-ids-request'
import {
  allocateProducerIdsResponseCodec,
  type AllocateProducerIdsResponse,
  type AllocateProducerIdsResponseInput
} from './allocate-producer-ids-response'

export const allocateProducerIdsApi: Api<
  AllocateProducerIdsRequestInput,
  AllocateProducerIdsRequest,
  AllocateProducerIdsResponseInput,
  AllocateProducerIdsResponse
> = {
  key: 67,
  name: 'AllocateProducerIds',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: allocateProducerIdsRequestCodec,
  response: allocateProducerIdsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
