import { addPartitionsToTxnApi } from '../../../../src/protocol/generated/add-partitions-to-txn'
import { alterClientQuotasApi } from '../../../../src/protocol/generated/alter-client-quotas'
import { alterPartitionReassignmentsApi } from '../../../../src/protocol/generated/alter-partition-reassignments'
import { alterReplicaLogDirsApi } from '../../../../src/protocol/generated/alter-replica-log-dirs'
import { alterUserScramCredentialsApi } from '../../../../src/protocol/generated/alter-user-scram-credentials'
import { createAclsApi } from '../../../../src/protocol/generated/create-acls'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import { deleteAclsApi } from '../../../../src/protocol/generated/delete-acls'
import { describeAclsApi } from '../../../../src/protocol/generated/describe-acls'
import { describeClientQuotasApi } from '../../../../src/protocol/generated/describe-client-quotas'
import { describeClusterApi } from '../../../../src/protocol/generated/describe-cluster'
import { describeConfigsApi } from '../../../../src/protocol/generated/describe-configs'
import { describeLogDirsApi } from '../../../../src/protocol/generated/describe-log-dirs'
import { describeQuorumApi } from '../../../../src/protocol/generated/describe-quorum'
import { describeUserScramCredentialsApi } from '../../../../src/protocol/generated/describe-user-scram-credentials'
import { electLeadersApi } from '../../../../src/protocol/generated/elect-leaders'
import { findCoordinatorApi } from '../../../../src/protocol/generated/find-coordinator'
import { incrementalAlterConfigsApi } from '../../../../src/protocol/generated/incremental-alter-configs'
import { listConfigResourcesApi } from '../../../../src/protocol/generated/list-config-resources'
import { listPartitionReassignmentsApi } from '../../../../src/protocol/generated/list-partition-reassignments'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { offsetForLeaderEpochApi } from '../../../../src/protocol/generated/offset-for-leader-epoch'
import { unregisterBrokerApi } from '../../../../src/protocol/generated/unregister-broker'
import { updateFeaturesApi } from '../../../../src/protocol/generated/update-features'
import { writeTxnMarkersApi } from '../../../../src/protocol/generated/write-txn-markers'
import type { Script } from '../../scripts/stage'
import { AclActor, anything, type Operation } from './acl-actor'

const given: (Operation | undefined)[] = [
  undefined,
  'create',
  'clusterAction',
  'describeConfigs',
  'alterConfigs',
  'idempotentWrite',
  'alter',
  'describe',
  'all'
]

/** Asks for everything that is about the cluster as a whole, and changes nothing. */
async function askAll(actor: AclActor, may: string): Promise<void> {
  const absent = actor.stage.unique('absent')
  const nothing = { ...anything, resourceNameFilter: absent }
  const label = (api: string): string => `${api}, ${may}`
  await actor.codes(label('create ACLs'), createAclsApi, 3, { creations: [] })
  await actor.codes(label('create an ACL'), createAclsApi, 3, {
    creations: [{ resourceType: 2, resourceName: '', principal: 'User:a', host: '*', operation: 3, permissionType: 3 }]
  })
  await actor.codes(label('describe ACLs'), describeAclsApi, 3, nothing)
  await actor.codes(label('delete ACLs'), deleteAclsApi, 3, { filters: [nothing] })
  await actor.codes(label('create topics'), createTopicsApi, 7, {
    topics: [{ name: absent, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }],
    timeoutMs: 5000,
    validateOnly: true
  })
  const operations = { topics: [], includeClusterAuthorizedOperations: true }
  const told = await actor.stage.quiet(() => actor.ask(label('metadata'), metadataApi, 10, operations))
  actor.stage.record(label('metadata'), told.clusterAuthorizedOperations)
  const cluster = await actor.stage.quiet(() =>
    actor.ask(label('cluster'), describeClusterApi, 1, { includeClusterAuthorizedOperations: true, endpointType: 1 })
  )
  actor.stage.record(label('cluster'), [cluster.errorCode, cluster.brokers.length, cluster.clusterAuthorizedOperations])
  await actor.codes(label('markers'), writeTxnMarkersApi, 1, {
    markers: [
      { producerId: 1n, producerEpoch: 0, transactionResult: false, topics: [{ name: absent, partitionIndexes: [0] }], coordinatorEpoch: 0 }
    ]
  })
  await actor.codes(label('epochs'), offsetForLeaderEpochApi, 4, {
    replicaId: -1,
    topics: [{ topic: absent, partitions: [{ partition: 0, currentLeaderEpoch: -1, leaderEpoch: 0 }] }]
  })
  await actor.codes(label('configs'), describeConfigsApi, 4, {
    resources: [4, 8].map(resourceType => ({ resourceType, resourceName: '1', configurationKeys: ['message.max.bytes'] }))
  })
  await actor.codes(label('alter configs'), incrementalAlterConfigsApi, 1, {
    resources: [{ resourceType: 4, resourceName: '1', configs: [{ name: 'message.max.bytes', configOperation: 0, value: '1000000' }] }],
    validateOnly: true
  })
  await actor.codes(label('reassign'), alterPartitionReassignmentsApi, 0, {
    topics: [{ name: absent, partitions: [{ partitionIndex: 0, replicas: [1] }] }],
    timeoutMs: 5000
  })
  await actor.codes(label('reassignments'), listPartitionReassignmentsApi, 0, { topics: null, timeoutMs: 5000 })
  await actor.codes(label('elect'), electLeadersApi, 2, {
    electionType: 0,
    topicPartitions: [{ topic: absent, partitions: [0] }],
    timeoutMs: 5000
  })
  const logDirs = await actor.stage.quiet(() => actor.ask(label('log dirs'), describeLogDirsApi, 4, { topics: [] }))
  actor.stage.record(label('log dirs'), [logDirs.errorCode, logDirs.results.length])
  await actor.codes(label('alter log dirs'), alterReplicaLogDirsApi, 2, {
    dirs: [{ path: '/nowhere', topics: [{ name: absent, partitions: [0] }] }]
  })
  await actor.codes(label('quorum'), describeQuorumApi, 2, {
    topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }]
  })
  await actor.codes(label('features'), updateFeaturesApi, 1, {
    featureUpdates: [{ feature: 'no.feature', maxVersionLevel: 1, upgradeType: 1 }],
    timeoutMs: 5000,
    validateOnly: true
  })
  await actor.codes(label('unregister'), unregisterBrokerApi, 0, { brokerId: 999 })
  await actor.codes(label('users'), describeUserScramCredentialsApi, 0, { users: [{ name: absent }] })
  await actor.codes(label('alter users'), alterUserScramCredentialsApi, 0, { deletions: [{ name: absent, mechanism: 1 }], upsertions: [] })
  const quotas = await actor.stage.quiet(() =>
    actor.ask(label('quotas'), describeClientQuotasApi, 1, {
      components: [{ entityType: 'user', matchType: 0, match: absent }],
      strict: true
    })
  )
  actor.stage.record(label('quotas'), [quotas.errorCode, quotas.entries])
  await actor.codes(label('alter quotas'), alterClientQuotasApi, 1, {
    entries: [
      {
        entity: [{ entityType: 'user', entityName: absent }],
        ops: [{ key: 'producer_byte_rate', value: 1, remove: true }]
      }
    ],
    validateOnly: true
  })
  const resources = await actor.stage.quiet(() => actor.ask(label('resources'), listConfigResourcesApi, 1, { resourceTypes: [] }))
  actor.stage.record(label('resources'), resources.errorCode)
  await actor.codes(label('verify a transaction'), addPartitionsToTxnApi, 4, {
    transactions: [
      { transactionalId: absent, producerId: 1n, producerEpoch: 0, verifyOnly: true, topics: [{ name: absent, partitions: [0] }] }
    ]
  })
  await actor.codes(label('share coordinator'), findCoordinatorApi, 6, { keyType: 2, coordinatorKeys: ['a'] })
}

/** Who may do what with the cluster. */
export const clusterAclScripts: readonly Script[] = [
  {
    name: 'cluster',
    play: stage =>
      AclActor.play(stage, async actor => {
        for (const operation of given) {
          if (operation !== undefined) await actor.give([actor.cluster(operation)])
          await askAll(actor, operation ?? 'nothing')
          await actor.takeAll()
        }
      })
  }
]
