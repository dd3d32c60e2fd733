import type { TopicStore } from '../topics/topic-store'
import type { ConfigChange } from './config-change'
import type { ConfigStore } from './config-store'

/** Where configs are altered. */
export interface AlterEnvironment {
  readonly configs: ConfigStore
  readonly topics: TopicStore
  /** The broker that was asked. */
  readonly nodeId: number
  /** Whether the cluster tracks eligible leader replicas (KIP-966), which rests on `min.insync.replicas`. */
  readonly tracksEligibleLeaders: boolean
}

/** Changes of one resource. */
export interface Alteration {
  readonly resourceType: number
  readonly resourceName: string
  readonly changes: readonly ConfigChange[]
  /** Whether what is not named goes back to its default (AlterConfigs). */
  readonly replaces: boolean
  readonly validateOnly: boolean
}
