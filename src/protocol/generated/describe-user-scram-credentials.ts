// Made by scripts/codegen from DescribeUserScramCredentialsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  describeUserScramCredentialsRequestCodec,
  type DescribeUserScramCredentialsRequest,
  type DescribeUserScramCredentialsRequestInput
} from './describe-user-scram-credentials-request'
import {
  describeUserScramCredentialsResponseCodec,
  type DescribeUserScramCredentialsResponse,
  type DescribeUserScramCredentialsResponseInput
} from './describe-user-scram-credentials-response'

export const describeUserScramCredentialsApi: Api<
  DescribeUserScramCredentialsRequestInput,
  DescribeUserScramCredentialsRequest,
  DescribeUserScramCredentialsResponseInput,
  DescribeUserScramCredentialsResponse
> = {
  key: 50,
  name: 'DescribeUserScramCredentials',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: describeUserScramCredentialsRequestCodec,
  response: describeUserScramCredentialsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
