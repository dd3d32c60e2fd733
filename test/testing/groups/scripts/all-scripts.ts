import { classicScripts } from './classic-scripts'
import { consumerScripts } from './consumer-scripts'
import { migrationScripts } from './migration-scripts'
import { offsetScripts } from './offset-scripts'
import type { Script } from '../../scripts/stage'
import { staticScripts } from './static-scripts'

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  'classic members': classicScripts,
  'static members': staticScripts,
  offsets: offsetScripts,
  'consumer groups': consumerScripts,
  migration: migrationScripts
}
