import type { Script } from '../../scripts/stage'
import { changeScripts } from './change-scripts'
import { createScripts } from './create-scripts'
import { metadataScripts } from './metadata-scripts'

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  'new topics': createScripts,
  'changes of topics': changeScripts,
  metadata: metadataScripts
}

/** Broker configs that the scripts count on: those of the real brokers in tests. */
export const topicConfigs: Readonly<Record<string, string>> = { 'log.retention.ms': '-1' }
