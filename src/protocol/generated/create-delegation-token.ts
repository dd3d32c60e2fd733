// Made by scripts/codegen from CreateDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  createDelegationTokenRequestCodec,
  type CreateDelegationTokenRequest,
  type CreateDelegationTokenRequestInput
} from './create-delegation-token-request'
import {
  createDelegationTokenResponseCodec,
  type CreateDelegationTokenResponse,
  type CreateDelegationTokenResponseInput
} from './create-delegation-token-response'

export const createDelegationTokenApi: Api<
  CreateDelegationTokenRequestInput,
  CreateDelegationTokenRequest,
  CreateDelegationTokenResponseInput,
  CreateDelegationTokenResponse
> = {
  key: 38,
  name: 'CreateDelegationToken',
  lowestVersion: 1,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: createDelegationTokenRequestCodec,
  response: createDelegationTokenResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
