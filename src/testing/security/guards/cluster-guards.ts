import type { Api } from '../../../protocol/api'
import { errorCodes } from '../../../errors/error-table'
import { alterClientQuotasApi } from '../../../protocol/generated/alter-client-quotas'
import { alterPartitionReassignmentsApi } from '../../../protocol/generated/alter-partition-reassignments'
import { alterReplicaLogDirsApi } from '../../../protocol/generated/alter-replica-log-dirs'
import { alterUserScramCredentialsApi } from '../../../protocol/generated/alter-user-scram-credentials'
import { createAclsApi } from '../../../protocol/generated/create-acls'
import { deleteAclsApi } from '../../../protocol/generated/delete-acls'
import { describeAclsApi } from '../../../protocol/generated/describe-acls'
import { describeClientQuotasApi } from '../../../protocol/generated/describe-client-quotas'
import { describeClusterApi } from '../../../protocol/generated/describe-cluster'
import { describeLogDirsApi } from '../../../protocol/generated/describe-log-dirs'
import { describeQuorumApi } from '../../../protocol/generated/describe-quorum'
import { describeUserScramCredentialsApi } from '../../../protocol/generated/describe-user-scram-credentials'
import { electLeadersApi } from '../../../protocol/generated/elect-leaders'
import { listConfigResourcesApi } from '../../../protocol/generated/list-config-resources'
import { listPartitionReassignmentsApi } from '../../../protocol/generated/list-partition-reassignments'
import { unregisterBrokerApi } from '../../../protocol/generated/unregister-broker'
import { updateFeaturesApi } from '../../../protocol/generated/update-features'
import { writeTxnMarkersApi } from '../../../protocol/generated/write-txn-markers'
import { operations } from '../acl'
import { amend, guard, type AnyGuard } from './guard'

/** For requests that ask for leave to do one of some things with the cluster. */
function needs<Request, ResponseInput>(api: Api<never, Request, ResponseInput, unknown>, ...oneOf: number[]): AnyGuard {
  return guard(api, ({ access, request, serve, refuse }) =>
    oneOf.some(operation => access.mayWithCluster(operation)) ? serve(request) : refuse(errorCodes.CLUSTER_AUTHORIZATION_FAILED)
  )
}

/** Whoever asks is told of the cluster, though not what he may do with it. */
const describeCluster = guard(describeClusterApi, ({ access, request, serve }) =>
  amend(serve(request), response => {
    if (!request.includeClusterAuthorizedOperations) return response
    const clusterAuthorizedOperations = access.mayWithCluster(operations.describe) ? access.clusterOperations() : 0
    return { ...response, clusterAuthorizedOperations }
  })
)

/** First version with an error for the whole answer. */
const topErrorVersion = 3

const describeLogDirs = guard(describeLogDirsApi, ({ access, request, serve, context }) => {
  if (access.mayWithCluster(operations.describe)) return serve(request)
  return { results: [], ...(context.version >= topErrorVersion ? { errorCode: errorCodes.CLUSTER_AUTHORIZATION_FAILED } : {}) }
})

/** Guards of requests about the cluster as a whole. */
export const clusterGuards: readonly AnyGuard[] = [
  describeCluster,
  describeLogDirs,
  needs(alterClientQuotasApi, operations.alterConfigs),
  needs(alterPartitionReassignmentsApi, operations.alter),
  needs(alterReplicaLogDirsApi, operations.alter),
  needs(alterUserScramCredentialsApi, operations.alter),
  needs(createAclsApi, operations.alter),
  needs(deleteAclsApi, operations.alter),
  needs(describeAclsApi, operations.describe),
  needs(describeClientQuotasApi, operations.describeConfigs),
  needs(describeQuorumApi, operations.describe),
  needs(describeUserScramCredentialsApi, operations.describe),
  needs(electLeadersApi, operations.alter),
  needs(listConfigResourcesApi, operations.describeConfigs),
  needs(listPartitionReassignmentsApi, operations.describe),
  needs(unregisterBrokerApi, operations.alter),
  needs(updateFeaturesApi, operations.alter),
  needs(writeTxnMarkersApi, operations.alter, operations.clusterAction)
]
