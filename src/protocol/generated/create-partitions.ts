// Made by scripts/codegen from CreatePartitionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { createPartitionsRequestCodec, type CreatePartitionsRequest, type CreatePartitionsRequestInput } from './create-partitions-request'
import {
  createPartitionsResponseCodec,
  type CreatePartitionsResponse,
  type CreatePartitionsResponseInput
} from './create-partitions-response'

export const createPartitionsApi: Api<
  CreatePartitionsRequestInput,
  CreatePartitionsRequest,
  CreatePartitionsResponseInput,
  CreatePartitionsResponse
> = {
  key: 37,
  name: 'CreatePartitions',
  lowestVersion: 0,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: createPartitionsRequestCodec,
  response: createPartitionsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
