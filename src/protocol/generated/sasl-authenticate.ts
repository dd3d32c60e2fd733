// Made by scripts/codegen from SaslAuthenticateRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { saslAuthenticateRequestCodec, type SaslAuthenticateRequest, type SaslAuthenticateRequestInput } from './sasl-authenticate-request'
import {
  saslAuthenticateResponseCodec,
  type SaslAuthenticateResponse,
  type SaslAuthenticateResponseInput
} from './sasl-authenticate-response'

export const saslAuthenticateApi: Api<
  SaslAuthenticateRequestInput,
  SaslAuthenticateRequest,
  SaslAuthenticateResponseInput,
  SaslAuthenticateResponse
> = {
  key: 36,
  name: 'SaslAuthenticate',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: saslAuthenticateRequestCodec,
  response: saslAuthenticateResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
