// Made by scripts/codegen from ElectLeadersRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { electLeadersRequestCodec, type ElectLeadersRequest, type ElectLeadersRequestInput } from './elect-leaders-request'
import { electLeadersResponseCodec, type ElectLeadersResponse, type ElectLeadersResponseInput } from './elect-leaders-response'

export const electLeadersApi: Api<
  ElectLeadersRequestInput,
  ElectLeadersRequest,
  ElectLeadersResponseInput,
  ElectLeadersResponse
> = {
  key: 43,
  name: 'ElectLeaders',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: electLeadersRequestCodec,
  response: electLeadersResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
