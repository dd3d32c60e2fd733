// Made by scripts/codegen from DescribeDelegationTokenRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeDelegationTokenRequestCodec,
  type DescribeDelegationTokenRequest,
  type DescribeDelegationTokenRequestInput
} from './describe-delegation-token-request'
import {
  describeDelegationTokenResponseCodec,
  type DescribeDelegationTokenResponse,
  type DescribeDelegationTokenResponseInput
} from './describe-delegation-token-response'

export const describeDelegationTokenApi: Api<
  DescribeDelegationTokenRequestInput,
  DescribeDelegationTokenRequest,
  DescribeDelegationTokenResponseInput,
  DescribeDelegationTokenResponse
> = {
  key: 41,
  name: 'DescribeDelegationToken',
  lowestVersion: 1,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeDelegationTokenRequestCodec,
  response: describeDelegationTokenResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
