// Made by scripts/codegen from ControllerRegistrationRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  controllerRegistrationRequestCodec,
  type ControllerRegistrationRequest,
  type ControllerRegistrationRequestInput
} from './controller-registration-request'
import {
  controllerRegistrationResponseCodec,
  type ControllerRegistrationResponse,
  type ControllerRegistrationResponseInput
} from './controller-registration-response'

export const controllerRegistrationApi: Api<
  ControllerRegistrationRequestInput,
  ControllerRegistrationRequest,
  ControllerRegistrationResponseInput,
  ControllerRegistrationResponse
> = {
  key: 70,
  name: 'ControllerRegistration',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: controllerRegistrationRequestCodec,
  response: controllerRegistrationResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
