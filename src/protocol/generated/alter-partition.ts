// Made by scripts/codegen from AlterPartitionRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { alterPartitionRequestCodec, type AlterPartitionRequest, type AlterPartitionRequestInput } from './alter-partition-request'
import { alterPartitionResponseCodec, type AlterPartitionResponse, type AlterPartitionResponseInput } from './alter-partition-response'

export const alterPartitionApi: Api<
  AlterPartitionRequestInput,
  AlterPartitionRequest,
  AlterPartitionResponseInput,
  AlterPartitionResponse
> = {
  key: 56,
  name: 'AlterPartition',
  lowestVersion: 2,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: alterPartitionRequestCodec,
  response: alterPartitionResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
