// Made by scripts/codegen from CreateAclsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { createAclsRequestCodec, type CreateAclsRequest, type CreateAclsRequestInput } from './create-acls-request'
import { createAclsResponseCodec, type CreateAclsResponse, type CreateAclsResponseInput } from './create-acls-response'

export const createAclsApi: Api<
  CreateAclsRequestInput,
  CreateAclsRequest,
  CreateAclsResponseInput,
  CreateAclsResponse
> = {
  key: 30,
  name: 'CreateAcls',
  lowestVersion: 1,
  highestVersion: 3,
  latestVersionUnstable: false,
  listeners: ['broker', 'controller'],
  request: createAclsRequestCodec,
  response: createAclsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
