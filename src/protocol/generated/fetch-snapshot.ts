// Made by scripts/codegen from FetchSnapshotRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { fetchSnapshotRequestCodec, type FetchSnapshotRequest, type FetchSnapshotRequestInput } from './fetch-snapshot-request'
import { fetchSnapshotResponseCodec, type FetchSnapshotResponse, type FetchSnapshotResponseInput } from './fetch-snapshot-response'

export const fetchSnapshotApi: Api<
  FetchSnapshotRequestInput,
  FetchSnapshotRequest,
  FetchSnapshotResponseInput,
  FetchSnapshotResponse
> = {
  key: 59,
  name: 'FetchSnapshot',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: fetchSnapshotRequestCodec,
  response: fetchSnapshotResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
