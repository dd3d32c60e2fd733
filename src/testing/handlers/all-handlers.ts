import type { AnyHandler } from '../handler'
import { apiVersions } from './api-versions'
import { deleteRecords } from './delete-records'
import { fetch } from './fetch'
import { listOffsets } from './list-offsets'
import { metadata } from './metadata'
import { offsetForLeaderEpoch } from './offset-for-leader-epoch'
import { produce } from './produce'
import { saslAuthenticate } from './sasl-authenticate'
import { saslHandshake } from './sasl-handshake'
import { createPartitions } from './create-partitions'
import { createTopics } from './create-topics'
import { deleteTopics } from './delete-topics'

/** Everything that the broker serves, by API key. What is not here is not advertised. */
export const allHandlers: ReadonlyMap<number, AnyHandler> = new Map(
  [
    apiVersions,
    deleteTopics,
    createTopics,
    createPartitions,
    deleteRecords,
    fetch,
    listOffsets,
    metadata,
    offsetForLeaderEpoch,
    produce,
    saslAuthenticate,
    saslHandshake
  ].map(served => [served.api.key, served])
)
