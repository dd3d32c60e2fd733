// Made by scripts/codegen from EnvelopeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { envelopeRequestCodec, type EnvelopeRequest, type EnvelopeRequestInput } from './envelope-request'
import { envelopeResponseCodec, type EnvelopeResponse, type EnvelopeResponseInput } from './envelope-response'

export const envelopeApi: Api<
  EnvelopeRequestInput,
  EnvelopeRequest,
  EnvelopeResponseInput,
  EnvelopeResponse
> = {
  key: 58,
  name: 'Envelope',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: envelopeRequestCodec,
  response: envelopeResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
