// Made by scripts/codegen from BrokerRegistrationRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  brokerRegistrationRequestCodec,
  type BrokerRegistrationRequest,
  type BrokerRegistrationRequestInput
} from './broker-registration-request'
import {
  brokerRegistrationResponseCodec,
  type BrokerRegistrationResponse,
  type BrokerRegistrationResponseInput
} from './broker-registration-response'

export const brokerRegistrationApi: Api<
  BrokerRegistrationRequestInput,
  BrokerRegistrationRequest,
  BrokerRegistrationResponseInput,
  BrokerRegistrationResponse
> = {
  key: 62,
  name: 'BrokerRegistration',
  lowestVersion: 0,
  highestVersion: 4,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: brokerRegistrationRequestCodec,
  response: brokerRegistrationResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
