// Made by scripts/codegen from all requests in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { AnyApi } from '../api'
import { addOffsetsToTxnApi } from './add-offsets-to-txn'
import { addPartitionsToTxnApi } from './add-partitions-to-txn'
import { addRaftVoterApi } from './add-raft-voter'
import { allocateProducerIdsApi } from './allocate-producer-ids'
import { alterClientQuotasApi } from './alter-client-quotas'
import { alterConfigsApi } from './alter-configs'
import { alterPartitionApi } from './alter-partition'
import { alterPartitionReassignmentsApi } from './alter-partition-reassignments'
import { alterReplicaLogDirsApi } from './alter-replica-log-dirs'
import { alterShareGroupOffsetsApi } from './alter-share-group-offsets'
import { alterUserScramCredentialsApi } from './alter-user-scram-credentials'
import { apiVersionsApi } from './api-versions'
import { assignReplicasToDirsApi } from './assign-replicas-to-dirs'
import { beginQuorumEpochApi } from './begin-quorum-epoch'
import { brokerHeartbeatApi } from './broker-heartbeat'
import { brokerRegistrationApi } from './broker-registration'
import { consumerGroupDescribeApi } from './consumer-group-describe'
import { consumerGroupHeartbeatApi } from './consumer-group-heartbeat'
import { controllerRegistrationApi } from './controller-registration'
import { createAclsApi } from './create-acls'
import { createDelegationTokenApi } from './create-delegation-token'
import { createPartitionsApi } from './create-partitions'
import { createTopicsApi } from './create-topics'
import { deleteAclsApi } from './delete-acls'
import { deleteGroupsApi } from './delete-groups'
import { deleteRecordsApi } from './delete-records'
import { deleteShareGroupOffsetsApi } from './delete-share-group-offsets'
import { deleteShareGroupStateApi } from './delete-share-group-state'
import { deleteTopicsApi } from './delete-topics'
import { describeAclsApi } from './describe-acls'
import { describeClientQuotasApi } from './describe-client-quotas'
import { describeClusterApi } from './describe-cluster'
import { describeConfigsApi } from './describe-configs'
import { describeDelegationTokenApi } from './describe-delegation-token'
import { describeGroupsApi } from './describe-groups'
import { describeLogDirsApi } from './describe-log-dirs'
import { describeProducersApi } from './describe-producers'
import { describeQuorumApi } from './describe-quorum'
import { describeShareGroupOffsetsApi } from './describe-share-group-offsets'
import { describeTopicPartitionsApi } from './describe-topic-partitions'
import { describeTransactionsApi } from './describe-transactions'
import { describeUserScramCredentialsApi } from './describe-user-scram-credentials'
import { electLeadersApi } from './elect-leaders'
import { endQuorumEpochApi } from './end-quorum-epoch'
import { endTxnApi } from './end-txn'
import { envelopeApi } from './envelope'
import { expireDelegationTokenApi } from './expire-delegation-token'
import { fetchApi } from './fetch'
import { fetchSnapshotApi } from './fetch-snapshot'
import { findCoordinatorApi } from './find-coordinator'
import { getTelemetrySubscriptionsApi } from './get-telemetry-subscriptions'
import { heartbeatApi } from './heartbeat'
import { incrementalAlterConfigsApi } from './incremental-alter-configs'
import { initProducerIdApi } from './init-producer-id'
import { initializeShareGroupStateApi } from './initialize-share-group-state'
import { joinGroupApi } from './join-group'
import { leaveGroupApi } from './leave-group'
import { listConfigResourcesApi } from './list-config-resources'
import { listGroupsApi } from './list-groups'
import { listOffsetsApi } from './list-offsets'
import { listPartitionReassignmentsApi } from './list-partition-reassignments'
import { listTransactionsApi } from './list-transactions'
import { metadataApi } from './metadata'
import { offsetCommitApi } from './offset-commit'
import { offsetDeleteApi } from './offset-delete'
import { offsetFetchApi } from './offset-fetch'
import { offsetForLeaderEpochApi } from './offset-for-leader-epoch'
import { produceApi } from './produce'
import { pushTelemetryApi } from './push-telemetry'
import { readShareGroupStateApi } from './read-share-group-state'
import { readShareGroupStateSummaryApi } from './read-share-group-state-summary'
import { removeRaftVoterApi } from './remove-raft-voter'
import { renewDelegationTokenApi } from './renew-delegation-token'
import { saslAuthenticateApi } from './sasl-authenticate'
import { saslHandshakeApi } from './sasl-handshake'
import { shareAcknowledgeApi } from './share-acknowledge'
import { shareFetchApi } from './share-fetch'
import { shareGroupDescribeApi } from './share-group-describe'
import { shareGroupHeartbeatApi } from './share-group-heartbeat'
import { streamsGroupDescribeApi } from './streams-group-describe'
import { streamsGroupHeartbeatApi } from './streams-group-heartbeat'
import { syncGroupApi } from './sync-group'
import { txnOffsetCommitApi } from './txn-offset-commit'
import { unregisterBrokerApi } from './unregister-broker'
import { updateFeaturesApi } from './update-features'
import { updateRaftVoterApi } from './update-raft-voter'
import { voteApi } from './vote'
import { writeShareGroupStateApi } from './write-share-group-state'
import { writeTxnMarkersApi } from './write-txn-markers'

/** Every API that has a live version, by key. */
export const allApis: ReadonlyMap<number, AnyApi> = new Map<number, AnyApi>([
  [0, produceApi],
  [1, fetchApi],
  [2, listOffsetsApi],
  [3, metadataApi],
  [8, offsetCommitApi],
  [9, offsetFetchApi],
  [10, findCoordinatorApi],
  [11, joinGroupApi],
  [12, heartbeatApi],
  [13, leaveGroupApi],
  [14, syncGroupApi],
  [15, describeGroupsApi],
  [16, listGroupsApi],
  [17, saslHandshakeApi],
  [18, apiVersionsApi],
  [19, createTopicsApi],
  [20, deleteTopicsApi],
  [21, deleteRecordsApi],
  [22, initProducerIdApi],
  [23, offsetForLeaderEpochApi],
  [24, addPartitionsToTxnApi],
  [25, addOffsetsToTxnApi],
  [26, endTxnApi],
  [27, writeTxnMarkersApi],
  [28, txnOffsetCommitApi],
  [29, describeAclsApi],
  [30, createAclsApi],
  [31, deleteAclsApi],
  [32, describeConfigsApi],
  [33, alterConfigsApi],
  [34, alterReplicaLogDirsApi],
  [35, describeLogDirsApi],
  [36, saslAuthenticateApi],
  [37, createPartitionsApi],
  [38, createDelegationTokenApi],
  [39, renewDelegationTokenApi],
  [40, expireDelegationTokenApi],
  [41, describeDelegationTokenApi],
  [42, deleteGroupsApi],
  [43, electLeadersApi],
  [44, incrementalAlterConfigsApi],
  [45, alterPartitionReassignmentsApi],
  [46, listPartitionReassignmentsApi],
  [47, offsetDeleteApi],
  [48, describeClientQuotasApi],
  [49, alterClientQuotasApi],
  [50, describeUserScramCredentialsApi],
  [51, alterUserScramCredentialsApi],
  [52, voteApi],
  [53, beginQuorumEpochApi],
  [54, endQuorumEpochApi],
  [55, describeQuorumApi],
  [56, alterPartitionApi],
  [57, updateFeaturesApi],
  [58, envelopeApi],
  [59, fetchSnapshotApi],
  [60, describeClusterApi],
  [61, describeProducersApi],
  [62, brokerRegistrationApi],
  [63, brokerHeartbeatApi],
  [64, unregisterBrokerApi],
  [65, describeTransactionsApi],
  [66, listTransactionsApi],
  [67, allocateProducerIdsApi],
  [68, consumerGroupHeartbeatApi],
  [69, consumerGroupDescribeApi],
  [70, controllerRegistrationApi],
  [71, getTelemetrySubscriptionsApi],
  [72, pushTelemetryApi],
  [73, assignReplicasToDirsApi],
  [74, listConfigResourcesApi],
  [75, describeTopicPartitionsApi],
  [76, shareGroupHeartbeatApi],
  [77, shareGroupDescribeApi],
  [78, shareFetchApi],
  [79, shareAcknowledgeApi],
  [80, addRaftVoterApi],
  [81, removeRaftVoterApi],
  [82, updateRaftVoterApi],
  [83, initializeShareGroupStateApi],
  [84, readShareGroupStateApi],
  [85, writeShareGroupStateApi],
  [86, deleteShareGroupStateApi],
  [87, readShareGroupStateSummaryApi],
  [88, streamsGroupHeartbeatApi],
  [89, streamsGroupDescribeApi],
  [90, describeShareGroupOffsetsApi],
  [91, alterShareGroupOffsetsApi],
  [92, deleteShareGroupOffsetsApi]
])
