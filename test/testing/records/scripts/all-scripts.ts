import type { Script } from '../../scripts/stage'
import { fetchScripts } from './fetch-scripts'
import { offsetScripts } from './offset-scripts'
import { produceScripts } from './produce-scripts'

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  produce: produceScripts,
  fetch: fetchScripts,
  offsets: offsetScripts
}
