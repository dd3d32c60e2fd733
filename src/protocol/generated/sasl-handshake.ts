// Made by scripts/codegen from SaslHandshakeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { saslHandshakeRequestCodec, type SaslHandshakeRequest, type SaslHandshakeRequestInput } from './sasl-handshake-request'
import { saslHandshakeResponseCodec, type SaslHandshakeResponse, type SaslHandshakeResponseInput } from './sasl-handshake-response'

export const saslHandshakeApi: Api<
  SaslHandshakeRequestInput,
  SaslHandshakeRequest,
  SaslHandshakeResponseInput,
  SaslHandshakeResponse
> = {
  key: 17,
  name: 'SaslHandshake',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: saslHandshakeRequestCodec,
  response: saslHandshakeResponseCodec,
  requestHeaderVersion: () => 1,
  responseHeaderVersion: () => 0
}
