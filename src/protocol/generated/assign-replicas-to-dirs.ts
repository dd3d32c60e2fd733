// Made by scripts/codegen from AssignReplicasToDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  assignReplicasToDirsRequestCodec,
  type AssignReplicasToDirsRequest,
  type AssignReplicasToDirsRequestInput
} from './assign-replicas-to-dirs-request'
import {
  assignReplicasToDirsResponseCodec,
  type AssignReplicasToDirsResponse,
  type AssignReplicasToDirsResponseInput
} from './assign-replicas-to-dirs-response'

export const assignReplicasToDirsApi: Api<
  AssignReplicasToDirsRequestInput,
  AssignReplicasToDirsRequest,
  AssignReplicasToDirsResponseInput,
  AssignReplicasToDirsResponse
> = {
  key: 73,
  name: 'AssignReplicasToDirs',
  lowestVersion: 0,
  highestVersion: 0,
  latestVersionUnstable: false,
  listeners: ['controller'],
  request: assignReplicasToDirsRequestCodec,
  response: assignReplicasToDirsResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
