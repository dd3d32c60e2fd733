import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { configValueProblem } from './check-value'
import { topicConfigs } from './topic-configs'

/**
 * Holds the configs of a topic against what there is.
 * @throws Refused
 */
export function checkTopicConfigs(values: ReadonlyMap<string, string>): void {
  for (const [name, value] of values) {
    const definition = topicConfigs.get(name)
    if (definition === undefined) throw new Refused(errorCodes.INVALID_CONFIG, `Unknown topic config name: ${name}`)
    const problem = configValueProblem(definition, value)
    if (problem !== undefined) throw new Refused(errorCodes.INVALID_CONFIG, problem)
  }
  if (values.get('remote.storage.enable')?.trim().toLowerCase() === 'true') {
    throw new Refused(errorCodes.INVALID_CONFIG, 'The brokers have no tiered storage.')
  }
  const [shortest, longest] = ['min.compaction.lag.ms', 'max.compaction.lag.ms'].map(name => values.get(name))
  if (shortest !== undefined && BigInt(shortest.trim()) > BigInt(longest?.trim() ?? 2n ** 63n - 1n)) {
    throw new Refused(errorCodes.INVALID_CONFIG, `min.compaction.lag.ms (${shortest}) is above max.compaction.lag.ms (${longest})`)
  }
}
