// Made by scripts/codegen from RenewDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  renewDelegationTokenRequestCodec,
  type RenewDelegationTokenRequest,
  type RenewDelegationTokenRequestInput
} from './renew-delegation-token-request'
import {
  renewDelegationTokenResponseCodec,
  type RenewDelegationTokenResponse,
  type RenewDelegationTokenResponseInput
} from './renew-delegation-token-response'

export const renewDelegationTokenApi: Api<
  RenewDelegationTokenRequestInput,
  RenewDelegationTokenRequest,
  RenewDelegationTokenResponseInput,
  RenewDelegationTokenResponse
> = {
  key: 39,
  name: 'RenewDelegationToken',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: renewDelegationTokenRequestCodec,
  response: renewDelegationTokenResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
