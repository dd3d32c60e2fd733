import type { AnyHandler } from '../handler'
import { allGuards } from '../security/guards/all-guards'
import { guarded } from '../security/guards/guard'
import { addOffsetsToTxn } from './add-offsets-to-txn'
import { addPartitionsToTxn } from './add-partitions-to-txn'
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
import { describeGroups } from './describe-groups'
import { describeProducers } from './describe-producers'
import { describeTransactions } from './describe-transactions'
import { endTxn } from './end-txn'
import { fetch } from './fetch'
import { findCoordinator } from './find-coordinator'
import { heartbeat } from './heartbeat'
import { initProducerId } from './init-producer-id'
import { joinGroup } from './join-group'
import { leaveGroup } from './leave-group'
import { listGroups } from './list-groups'
import { listOffsets } from './list-offsets'
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
import { writeTxnMarkers } from './write-txn-markers'

/** Everything that the broker serves, by API key. What is not here is not advertised. */
export const allHandlers: ReadonlyMap<number, AnyHandler> = new Map(
  [
    addOffsetsToTxn,
    addPartitionsToTxn,
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
    describeGroups,
    describeProducers,
    describeTransactions,
    endTxn,
    fetch,
    findCoordinator,
    heartbeat,
    initProducerId,
    joinGroup,
    leaveGroup,
    listGroups,
    listOffsets,
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
    writeTxnMarkers
  ].map(served => [served.api.key, guarded(served, allGuards)])
)
