// Made by scripts/codegen from ListPartitionReassignmentsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  listPartitionReassignmentsRequestCodec,
  type ListPartitionReassignmentsRequest,
  type ListPartitionReassignmentsRequestInput
} from './list-partition-reassignments-request'
import {
  listPartitionReassignmentsResponseCodec,
  type ListPartitionReassignmentsResponse,
  type ListPartitionReassignmentsResponseInput
} from './list-partition-reassignments-response'

export const listPartitionReassignmentsApi: Api<
  ListPartitionReassignmentsRequestInput,
  ListPartitionReassignmentsRequest,
  ListPartitionReassignmentsResponseInput,
  ListPartitionReassignmentsResponse
> = {
  key: 46,
  name: 'ListPartitionReassignments',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: listPartitionReassignmentsRequestCodec,
  response: listPartitionReassignmentsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
