// Made by scripts/codegen from ExpireDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  expireDelegationTokenRequestCodec,
  type ExpireDelegationTokenRequest,
  type ExpireDelegationTokenRequestInput
} from './expire-delegation-token-request'
import {
  expireDelegationTokenResponseCodec,
  type ExpireDelegationTokenResponse,
  type ExpireDelegationTokenResponseInput
} from './expire-delegation-token-response'

export const expireDelegationTokenApi: Api<
  ExpireDelegationTokenRequestInput,
  ExpireDelegationTokenRequest,
  ExpireDelegationTokenResponseInput,
  ExpireDelegationTokenResponse
> = {
  key: 40,
  name: 'ExpireDelegationToken',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: expireDelegationTokenRequestCodec,
  response: expireDelegationTokenResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
