import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { configValueProblem } from './check-value'
import type { ConfigStore } from './config-store'
import { groupConfigs } from './group-configs'

/** Group configs that brokers limit, and by which broker configs. */
const limited: readonly (readonly [name: string, min: string, max: string])[] = ['consumer', 'share', 'streams'].flatMap(kind =>
  ['session.timeout.ms', 'heartbeat.interval.ms', 'assignment.interval.ms'].map(
    what => [`${kind}.${what}`, `group.${kind}.min.${what}`, `group.${kind}.max.${what}`] as const
  )
)

/**
 * Holds the configs of a group against what there is, and against the limits that brokers set.
 * @throws Refused
 */
export function checkGroupConfigs(configs: ConfigStore, values: ReadonlyMap<string, string>): void {
  for (const [name, value] of values) {
    const definition = groupConfigs.get(name)
    if (definition === undefined) throw new Refused(errorCodes.INVALID_CONFIG, `Unknown group config name: ${name}`)
    const problem = configValueProblem(definition, value)
    if (problem !== undefined) throw new Refused(errorCodes.INVALID_CONFIG, problem)
  }
  for (const [name, min, max] of limited) {
    const value = values.get(name)
    if (value === undefined) continue
    if (Number(value) < configs.brokerNumber(min)) throw invalid(`${name} must be greater than or equal to ${min}`)
    if (Number(value) > configs.brokerNumber(max)) throw invalid(`${name} must be less than or equal to ${max}`)
  }
  const standby = values.get('streams.num.standby.replicas')
  if (standby !== undefined && Number(standby) > configs.brokerNumber('group.streams.max.standby.replicas')) {
    throw invalid('streams.num.standby.replicas must be less than or equal to group.streams.max.standby.replicas')
  }
  for (const kind of ['consumer', 'share', 'streams']) {
    const [session, heartbeat] = [`${kind}.session.timeout.ms`, `${kind}.heartbeat.interval.ms`]
    const number = (name: string): number => Number(values.get(name) ?? configs.group('', name))
    if (!values.has(session) && !values.has(heartbeat)) continue
    if (number(session) <= number(heartbeat)) throw invalid(`${session} must be greater than ${heartbeat}`)
  }
}

function invalid(message: string): Refused {
  return new Refused(errorCodes.INVALID_CONFIG, message)
}
