import { errorCodes } from '../../errors/error-table'
import type {
  DescribeConfigsResourceResultInput as DescribedConfig,
  DescribeConfigsSynonymInput as Synonym
} from '../../protocol/generated/describe-configs-response'
import type { BrokerView } from '../broker-view'
import { Refused } from '../refused'
import { topicNameProblem } from '../topics/topic-names'
import type { TopicStore } from '../topics/topic-store'
import { checkNode } from './check-node'
import { clientMetricsConfigs } from './client-metrics-configs'
import { brokerConfigs, configTypes, type ConfigDefinition } from './config-definitions'
import { configResources } from './config-resources'
import { configSources, findBrokerDefinition, inForce, type ConfigStore, type ConfigValue } from './config-store'
import { groupConfigs } from './group-configs'
import { keptBrokerConfigs } from './kept-broker-configs'
import { nodeValues } from './node-values'
import { topicConfigs } from './topic-configs'

/** Where configs are described. */
export interface DescribeEnvironment {
  readonly configs: ConfigStore
  readonly topics: TopicStore
  /** The broker that was asked. */
  readonly node: BrokerView
  readonly withSynonyms: boolean
  /** `none` where the version has no room for it. */
  readonly documentation: 'wanted' | 'unwanted' | 'none'
}

/** Whether there are resources of the type at all. */
export function isConfigResource(type: number): boolean {
  return Object.values<number>(configResources).includes(type)
}

/**
 * All configs of a resource.
 * @throws Refused
 */
export function describeResource(environment: DescribeEnvironment, type: number, name: string): DescribedConfig[] {
  const { configs, topics, node } = environment
  switch (type) {
    case configResources.topic: {
      const problem = topicNameProblem(name)
      if (problem !== undefined) throw new Refused(errorCodes.INVALID_TOPIC_EXCEPTION, problem)
      if (topics.get(name) === undefined) throw new Refused(errorCodes.UNKNOWN_TOPIC_OR_PARTITION, '')
      return [...topicConfigs.values()].map(one => described(environment, one, configs.topicSources(name, one.name, node.nodeId)))
    }
    case configResources.broker:
      if (name === '') return describeAllBrokers(environment)
      checkNode(name, node.nodeId)
      return describeBroker(environment)
    case configResources.brokerLogger:
      checkNode(name, node.nodeId)
      return configs.loggers.names.map(logger => ({
        name: logger,
        value: configs.loggers.level(node.nodeId, logger),
        configSource: configSources.brokerLogger
      }))
    case configResources.group:
      if (name === '') throw new Refused(errorCodes.INVALID_REQUEST, 'Group name must not be empty')
      return [...groupConfigs.values()].map(one => described(environment, one, configs.groupSources(name, one.name)))
    default:
      if (name === '') throw new Refused(errorCodes.INVALID_REQUEST, 'Client metrics subscription name must not be empty')
      return [...clientMetricsConfigs.values()].map(one => described(environment, one, configs.clientMetricsSources(name, one.name)))
  }
}

function describeBroker(environment: DescribeEnvironment): DescribedConfig[] {
  const { configs, node } = environment
  const fixed = nodeValues(node)
  const known = [...brokerConfigs.values(), ...keptBrokerConfigs.values()].flatMap(definition => {
    const sources = configs.brokerSources(definition.name, node.nodeId, fixed)
    if (definition.listedWhenSet === true && (sources[0]?.source ?? configSources.default) === configSources.default) return []
    const value = sources.find(({ name }) => name === definition.name)?.value ?? null
    return { ...described(environment, definition, sources), value, readOnly: definition.readOnly === true }
  })
  // A secret of a plug-in may have a name that no broker knows, so its value is not told.
  const unknown = (source: ConfigValue['source'], values: ReadonlyMap<string, string> | undefined): Synonym[] =>
    [...(values?.keys() ?? [])].filter(name => findBrokerDefinition(name) === undefined).map(name => ({ name, value: null, source }))
  const given = [
    ...unknown(configSources.dynamicBroker, configs.ofBrokers.get(String(node.nodeId))),
    ...unknown(configSources.dynamicDefaultBroker, configs.ofBrokers.get(''))
  ]
  const secrets = [...new Set(given.map(({ name }) => name ?? ''))].map(name => {
    const synonyms = given.filter(one => one.name === name)
    const configSource = synonyms[0].source ?? configSources.default
    return { name, value: null, readOnly: true, isSensitive: true, configSource, ...(environment.withSynonyms ? { synonyms } : {}) }
  })
  return [...known, ...secrets]
}

/** What has been set for all brokers at run time. */
function describeAllBrokers(environment: DescribeEnvironment): DescribedConfig[] {
  return [...(environment.configs.ofBrokers.get('') ?? [])].flatMap(([name, value]) => {
    const definition = findBrokerDefinition(name)
    return definition === undefined
      ? []
      : [described(environment, definition, [{ name, value, source: configSources.dynamicDefaultBroker }])]
  })
}

function described(environment: DescribeEnvironment, definition: ConfigDefinition, sources: readonly ConfigValue[]): DescribedConfig {
  const isSensitive = definition.sensitive === true
  const { documentation } = environment
  const { name, type, doc } = definition
  const isDocumented = documentation === 'wanted' && definition.listedWhenSet !== true
  return {
    name,
    value: isSensitive ? null : inForce(definition, sources),
    isSensitive,
    configSource: sources[0]?.source ?? configSources.default,
    configType: configTypes[type],
    ...(environment.withSynonyms ? { synonyms: sources.map(one => ({ ...one, value: isSensitive ? null : one.value })) } : {}),
    ...(documentation === 'none' ? {} : { documentation: isDocumented ? doc : null })
  }
}
