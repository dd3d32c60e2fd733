import type { Script } from '../../scripts/stage'
import { adminScripts } from './admin-scripts'
import { fencingScripts } from './fencing-scripts'
import { flowScripts } from './flow-scripts'
import { idempotentScripts } from './idempotent-scripts'
import { initScripts } from './init-scripts'
import { logScripts } from './log-scripts'
import { offsetScripts } from './offset-scripts'
import { produceScripts } from './produce-scripts'

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  'producer ids': initScripts,
  'idempotent producers': idempotentScripts,
  transactions: flowScripts,
  'fencing and time-outs': fencingScripts,
  'batches in transactions': produceScripts,
  'offsets in transactions': offsetScripts,
  'logs with transactions': logScripts,
  administration: adminScripts
}
