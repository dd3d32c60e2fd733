import { clusterGuards } from './cluster-guards'
import { configGuards } from './config-guards'
import type { AnyGuard } from './guard'
import { groupGuards } from './group-guards'
import { metadataGuards } from './metadata-guards'
import { offsetGuards } from './offset-guards'
import { recordGuards } from './record-guards'
import { topicGuards } from './topic-guards'
import { transactionGuards } from './transaction-guards'

/** What holds requests against the ACLs, by API key. An API without one is open to all who may connect. */
export const allGuards: ReadonlyMap<number, AnyGuard> = new Map(
  [
    ...clusterGuards,
    ...configGuards,
    ...groupGuards,
    ...metadataGuards,
    ...offsetGuards,
    ...recordGuards,
    ...topicGuards,
    ...transactionGuards
  ].map(one => [one.api.key, one])
)
