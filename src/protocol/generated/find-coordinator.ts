// Made by scripts/codegen from FindCoordinatorRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { findCoordinatorRequestCodec, type FindCoordinatorRequest, type FindCoordinatorRequestInput } from './find-coordinator-request'
import { findCoordinatorResponseCodec, type FindCoordinatorResponse, type FindCoordinatorResponseInput } from './find-coordinator-response'

export const findCoordinatorApi: Api<
  FindCoordinatorRequestInput,
  FindCoordinatorRequest,
  FindCoordinatorResponseInput,
  FindCoordinatorResponse
> = {
  key: 10,
  name: 'FindCoordinator',
  lowestVersion: 0,
  highestVersion: 6,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: findCoordinatorRequestCodec,
  response: findCoordinatorResponseCodec,
  requestHeaderVersion: version => (version >= 3 ? 2 : 1),
  responseHeaderVersion: version => (version >= 3 ? 1 : 0)
}
