import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { configValueProblem, wordsOf } from './check-value'
import { clientMetricsConfigs } from './client-metrics-configs'

const shortestInterval = 100
const longestInterval = 3_600_000
const matchable: readonly string[] = [
  'client_instance_id',
  'client_id',
  'client_software_name',
  'client_software_version',
  'client_source_address',
  'client_source_port'
]

/**
 * Holds the configs of a client metrics subscription against what there is.
 * @throws Refused
 */
export function checkClientMetrics(values: ReadonlyMap<string, string>): void {
  for (const [name, value] of values) {
    const definition = clientMetricsConfigs.get(name)
    if (definition === undefined) throw new Refused(errorCodes.INVALID_REQUEST, `Unknown client metrics configuration: ${name}`)
    const problem = configValueProblem(definition, value)
    if (problem !== undefined) throw new Refused(errorCodes.INVALID_CONFIG, problem)
  }
  const interval = Number(values.get('interval.ms') ?? shortestInterval)
  if (interval < shortestInterval || interval > longestInterval) {
    throw new Refused(errorCodes.INVALID_REQUEST, `interval.ms must be between ${shortestInterval} and ${longestInterval}`)
  }
  for (const pattern of wordsOf(values.get('match') ?? '')) {
    const [key, ...rest] = pattern.split('=')
    if (rest.length !== 1 || !matchable.includes(key.trim()) || !isRegex(rest[0])) {
      throw new Refused(errorCodes.INVALID_CONFIG, `Illegal client matching pattern: ${pattern}`)
    }
  }
}

function isRegex(text: string): boolean {
  try {
    RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
