import type { AnyHandler } from '../handler'
import { apiVersions } from './api-versions'
import { consumerGroupDescribe } from './consumer-group-describe'
import { consumerGroupHeartbeat } from './consumer-group-heartbeat'
import { createPartitions } from './create-partitions'
import { createTopics } from './create-topics'
import { deleteGroups } from './delete-groups'
import { deleteRecords } from './delete-records'
import { deleteTopics } from './delete-topics'
import { describeGroups } from './describe-groups'
import { fetch } from './fetch'
import { findCoordinator } from './find-coordinator'
import { heartbeat } from './heartbeat'
import { joinGroup } from './join-group'
import { leaveGroup } from './leave-group'
import { listGroups } from './list-groups'
import { listOffsets } from './list-offsets'
import { metadata } from './metadata'
import { offsetCommit } from './offset-commit'
import { offsetDelete } from './offset-delete'
import { offsetFetch } from './offset-fetch'
import { offsetForLeaderEpoch } from './offset-for-leader-epoch'
import { produce } from './produce'
import { saslAuthenticate } from './sasl-authenticate'
import { saslHandshake } from './sasl-handshake'
import { syncGroup } from './sync-group'

/** Everything that the broker serves, by API key. What is not here is not advertised. */
export const allHandlers: ReadonlyMap<number, AnyHandler> = new Map(
  [
    apiVersions,
    consumerGroupDescribe,
    consumerGroupHeartbeat,
    createPartitions,
    createTopics,
    deleteGroups,
    deleteRecords,
    deleteTopics,
    describeGroups,
    fetch,
    findCoordinator,
    heartbeat,
    joinGroup,
    leaveGroup,
    listGroups,
    listOffsets,
    metadata,
    offsetCommit,
    offsetDelete,
    offsetFetch,
    offsetForLeaderEpoch,
    produce,
    saslAuthenticate,
    saslHandshake,
    syncGroup
  ].map(served => [served.api.key, served])
)
