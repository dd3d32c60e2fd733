// Made by scripts/codegen from AlterUserScramCredentialsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  alterUserScramCredentialsRequestCodec,
  type AlterUserScramCredentialsRequest,
  type AlterUserScramCredentialsRequestInput
} from './alter-user-scram-credentials-request'
import {
  alterUserScramCredentialsResponseCodec,
  type AlterUserScramCredentialsResponse,
  type AlterUserScramCredentialsResponseInput
} from './alter-user-scram-credentials-response'

export const alterUserScramCredentialsApi: Api<
  AlterUserScramCredentialsRequestInput,
  AlterUserScramCredentialsRequest,
  AlterUserScramCredentialsResponseInput,
  AlterUserScramCredentialsResponse
> = {
  key: 51,
  name: 'AlterUserScramCredentials',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: alterUserScramCredentialsRequestCodec,
  response: alterUserScramCredentialsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
