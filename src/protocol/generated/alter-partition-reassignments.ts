// Made by scripts/codegen from AlterPartitionReassignmentsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  alterPartitionReassignmentsRequestCodec,
  type AlterPartitionReassignmentsRequest,
  type AlterPartitionReassignmentsRequestInput
} from './alter-partition-reassignments-request'
import {
  alterPartitionReassignmentsResponseCodec,
  type AlterPartitionReassignmentsResponse,
  type AlterPartitionReassignmentsResponseInput
} from './alter-partition-reassignments-response'

export const alterPartitionReassignmentsApi: Api<
  AlterPartitionReassignmentsRequestInput,
  AlterPartitionReassignmentsRequest,
  AlterPartitionReassignmentsResponseInput,
  AlterPartitionReassignmentsResponse
> = {
  key: 45,
  name: 'AlterPartitionReassignments',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: alterPartitionReassignmentsRequestCodec,
  response: alterPartitionReassignmentsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
