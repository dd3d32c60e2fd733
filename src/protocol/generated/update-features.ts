// Made by scripts/codegen from UpdateFeaturesRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { updateFeaturesRequestCodec, type UpdateFeaturesRequest, type UpdateFeaturesRequestInput } from './update-features-request'
import { updateFeaturesResponseCodec, type UpdateFeaturesResponse, type UpdateFeaturesResponseInput } from './update-features-response'

export const updateFeaturesApi: Api<
  UpdateFeaturesRequestInput,
  UpdateFeaturesRequest,
  UpdateFeaturesResponseInput,
  UpdateFeaturesResponse
> = {
  key: 57,
  name: 'UpdateFeatures',
  lowestVersion: 0,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: updateFeaturesRequestCodec,
  response: updateFeaturesResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
