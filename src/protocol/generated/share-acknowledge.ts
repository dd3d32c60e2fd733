// Made by scripts/codegen from ShareAcknowledgeRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { shareAcknowledgeRequestCodec, type ShareAcknowledgeRequest, type ShareAcknowledgeRequestInput } from './share-acknowledge-request'
import {
  shareAcknowledgeResponseCodec,
  type ShareAcknowledgeResponse,
  type ShareAcknowledgeResponseInput
} from './share-acknowledge-response'

export const shareAcknowledgeApi: Api<
  ShareAcknowledgeRequestInput,
  ShareAcknowledgeRequest,
  ShareAcknowledgeResponseInput,
  ShareAcknowledgeResponse
> = {
  key: 79,
  name: 'ShareAcknowledge',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: shareAcknowledgeRequestCodec,
  response: shareAcknowledgeResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
