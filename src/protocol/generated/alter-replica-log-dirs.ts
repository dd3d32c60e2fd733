// Made by scripts/codegen from AlterReplicaLogDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  alterReplicaLogDirsRequestCodec,
  type AlterReplicaLogDirsRequest,
  type AlterReplicaLogDirsRequestInput
} from './alter-replica-log-dirs-request'
import {
  alterReplicaLogDirsResponseCodec,
  type AlterReplicaLogDirsResponse,
  type AlterReplicaLogDirsResponseInput
} from './alter-replica-log-dirs-response'

export const alterReplicaLogDirsApi: Api<
  AlterReplicaLogDirsRequestInput,
  AlterReplicaLogDirsRequest,
  AlterReplicaLogDirsResponseInput,
  AlterReplicaLogDirsResponse
> = {
  key: 34,
  name: 'AlterReplicaLogDirs',
  lowestVersion: 1,
  highestVersion: 2,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: alterReplicaLogDirsRequestCodec,
  response: alterReplicaLogDirsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
