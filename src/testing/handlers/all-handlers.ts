import type { AnyHandler } from '../handler'
import { allGuards } from '../security/guards/all-guards'
import { guarded } from '../security/guards/guard'
import { throttled } from '../security/quotas/throttled'
import { addOffsetsToTxn } from './add-offsets-to-txn'
import { addPartitionsToTxn } from './add-partitions-to-txn'
import { alterClientQuotas } from './alter-client-quotas'
import { alterConfigs } from './alter-configs'
import { alterPartitionReassignments } from './alter-partition-reassignments'
import { alterReplicaLogDirs } from './alter-replica-log-dirs'
import { alterUserScramCredentials } from './alter-user-scram-credentials'
import { apiVersions } from './api-versions'
import { consumerGroupDescribe } from './consumer-group-describe'
import { consumerGroupHeartbeat } from './consumer-group-heartbeat'
import { createAcls } from './create-acls'
import { createPartitions } from './create-partitions'
import { createTopics } from './create-topics'
import { deleteAcls } from './delete-acls'
import { deleteGroups } from './delete-groups'
import { deleteRecords } from './delete-records'
import { deleteTopics } from './delete-topics'
import { describeAcls } from './describe-acls'
import { describeClientQuotas } from './describe-client-quotas'
import { describeCluster } from './describe-cluster'
import { describeConfigs } from './describe-configs'
import { describeGroups } from './describe-groups'
import { describeLogDirs } from './describe-log-dirs'
import { describeProducers } from './describe-producers'
import { describeQuorum } from './describe-quorum'
import { describeTopicPartitions } from './describe-topic-partitions'
import { describeTransactions } from './describe-transactions'
import { describeUserScramCredentials } from './describe-user-scram-credentials'
import { electLeaders } from './elect-leaders'
import { endTxn } from './end-txn'
import { fetch } from './fetch'
import { findCoordinator } from './find-coordinator'
import { heartbeat } from './heartbeat'
import { incrementalAlterConfigs } from './incremental-alter-configs'
import { initProducerId } from './init-producer-id'
import { joinGroup } from './join-group'
import { leaveGroup } from './leave-group'
import { listConfigResources } from './list-config-resources'
import { listGroups } from './list-groups'
import { listOffsets } from './list-offsets'
import { listPartitionReassignments } from './list-partition-reassignments'
import { listTransactions } from './list-transactions'
import { metadata } from './metadata'
import { offsetCommit } from './offset-commit'
import { offsetDelete } from './offset-delete'
import { offsetFetch } from './offset-fetch'
import { offsetForLeaderEpoch } from './offset-for-leader-epoch'
import { produce } from './produce'
import { saslAuthenticate } from './sasl-authenticate'
import { saslHandshake } from './sasl-handshake'
import { syncGroup } from './sync-group'
import { txnOffsetCommit } from './txn-offset-commit'
import { unregisterBroker } from './unregister-broker'
import { updateFeatures } from './update-features'
import { writeTxnMarkers } from './write-txn-markers'

/** Everything that the broker serves, by API key. What is not here is not advertised. */
export const allHandlers: ReadonlyMap<number, AnyHandler> = new Map(
  [
    addOffsetsToTxn,
    addPartitionsToTxn,
    alterClientQuotas,
    alterConfigs,
    alterPartitionReassignments,
    alterReplicaLogDirs,
    alterUserScramCredentials,
    apiVersions,
    consumerGroupDescribe,
    consumerGroupHeartbeat,
    createAcls,
    createPartitions,
    createTopics,
    deleteAcls,
    deleteGroups,
    deleteRecords,
    deleteTopics,
    describeAcls,
    describeClientQuotas,
    describeCluster,
    describeConfigs,
    describeGroups,
    describeLogDirs,
    describeProducers,
    describeQuorum,
    describeTopicPartitions,
    describeTransactions,
    describeUserScramCredentials,
    electLeaders,
    endTxn,
    fetch,
    findCoordinator,
    heartbeat,
    incrementalAlterConfigs,
    initProducerId,
    joinGroup,
    leaveGroup,
    listConfigResources,
    listGroups,
    listOffsets,
    listPartitionReassignments,
    listTransactions,
    metadata,
    offsetCommit,
    offsetDelete,
    offsetFetch,
    offsetForLeaderEpoch,
    produce,
    saslAuthenticate,
    saslHandshake,
    syncGroup,
    txnOffsetCommit,
    unregisterBroker,
    updateFeatures,
    writeTxnMarkers
  ].map(served => [served.api.key, throttled(guarded(served, allGuards))])
)
