// Made by scripts/codegen from DeleteAclsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { deleteAclsRequestCodec, type DeleteAclsRequest, type DeleteAclsRequestInput } from './delete-acls-request'
import { deleteAclsResponseCodec, type DeleteAclsResponse, type DeleteAclsResponseInput } from './delete-acls-response'

export const deleteAclsApi: Api<
  DeleteAclsRequestInput,
  DeleteAclsRequest,
  DeleteAclsResponseInput,
  DeleteAclsResponse
> = {
  key: 31,
  name: 'DeleteAcls',
  lowestVersion: 1,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: deleteAclsRequestCodec,
  response: deleteAclsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
