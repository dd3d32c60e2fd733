import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { topicNameProblem } from '../topics/topic-names'
import { alterBrokerConfigs } from './alter-broker-configs'
import { alterLoggers } from './alter-loggers'
import { checkClientMetrics } from './check-client-metrics'
import { checkGroupConfigs } from './check-group-configs'
import type { AlterEnvironment, Alteration } from './alteration'
import { applyChanges, checkChanges } from './config-change'
import { configResources } from './config-resources'
import { groupConfigs } from './group-configs'
import { checkTopicConfigs } from './check-topic-configs'
import { topicConfigs } from './topic-configs'

/**
 * Alters the configs of one resource.
 * @throws Refused
 */
export function alterResource(environment: AlterEnvironment, alteration: Alteration): void {
  checkChanges(alteration.changes)
  const { configs } = environment
  const { resourceName: name } = alteration
  switch (alteration.resourceType) {
    case configResources.topic:
      alterTopic(environment, alteration)
      break
    case configResources.broker:
      alterBrokerConfigs(environment, alteration)
      break
    case configResources.brokerLogger:
      if (alteration.replaces) throw unknownType(alteration)
      alterLoggers(environment, alteration)
      break
    case configResources.group: {
      if (name === '') throw new Refused(errorCodes.INVALID_REQUEST, 'Default group resources are not allowed.')
      const inForce = (config: string): string => configs.group(name, config)
      const after = applyChanges(beforeOf(configs.ofGroups, alteration), alteration.changes, config => groupConfigs.get(config), inForce)
      checkGroupConfigs(configs, after)
      keep(configs.ofGroups, alteration, after)
      break
    }
    case configResources.clientMetrics: {
      if (name === '') throw new Refused(errorCodes.INVALID_REQUEST, "Subscription name can't be empty")
      // Controllers take none of these configs for a list.
      const after = applyChanges(
        beforeOf(configs.ofClientMetrics, alteration),
        alteration.changes,
        () => undefined,
        () => ''
      )
      checkClientMetrics(after)
      keep(configs.ofClientMetrics, alteration, after)
      break
    }
    default:
      throw unknownType(alteration)
  }
}

function alterTopic({ configs, topics }: AlterEnvironment, alteration: Alteration): void {
  const { resourceName: name, changes } = alteration
  if (name === '') throw new Refused(errorCodes.INVALID_REQUEST, 'Default topic resources are not allowed.')
  const after = applyChanges(
    beforeOf(configs.ofTopics, alteration),
    changes,
    config => topicConfigs.get(config),
    config => configs.topic(name, config)
  )
  const problem = topicNameProblem(name)
  if (problem !== undefined) throw new Refused(errorCodes.INVALID_TOPIC_EXCEPTION, problem)
  checkTopicConfigs(after)
  if (topics.get(name) === undefined) throw new Refused(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, `The topic '${name}' does not exist.`)
  keep(configs.ofTopics, alteration, after)
}

function beforeOf(values: ReadonlyMap<string, Map<string, string>>, alteration: Alteration): ReadonlyMap<string, string> {
  return (alteration.replaces ? undefined : values.get(alteration.resourceName)) ?? new Map()
}

function keep(values: Map<string, Map<string, string>>, alteration: Alteration, after: Map<string, string>): void {
  if (alteration.validateOnly) return
  if (after.size === 0) values.delete(alteration.resourceName)
  else values.set(alteration.resourceName, after)
}

function unknownType({ resourceType }: Alteration): Refused {
  return new Refused(errorCodes.INVALID_REQUEST, `Unknown resource type ${resourceType}`)
}
