import type { Clock } from '../../../utils/clock'
import type { ConfigStore } from '../../configs/config-store'
import type { IdSource } from '../../id-source'
import type { TopicStore } from '../../topics/topic-store'

/** What the group coordinators need from the cluster. */
export interface GroupEnvironment {
  readonly clock: Clock
  readonly topics: TopicStore
  readonly configs: ConfigStore
  readonly ids: IdSource
}

/** Who sent a request, as descriptions of groups show it. */
export interface ClientIdentity {
  readonly clientId: string
  /** An address as Java writes it, e.g. `/127.0.0.1`. */
  readonly clientHost: string
}
