import { BrokerLoggers } from './broker-loggers'
import { clientMetricsConfigs } from './client-metrics-configs'
import { brokerConfigs, type ConfigDefinition } from './config-definitions'
import { groupConfigs } from './group-configs'
import { keptBrokerConfigs } from './kept-broker-configs'
import { topicConfigs } from './topic-configs'

/** Where a value comes from, by its number in DescribeConfigs. */
export const configSources = {
  topic: 1,
  dynamicBroker: 2,
  dynamicDefaultBroker: 3,
  staticBroker: 4,
  default: 5,
  brokerLogger: 6,
  clientMetrics: 7,
  group: 8
} as const

/** A value, the name it was given under, and its source. */
export interface ConfigValue {
  readonly name: string
  readonly value: string
  readonly source: (typeof configSources)[keyof typeof configSources]
}

/** Values by config name, by the resource's name. */
type Values = Map<string, Map<string, string>>

/** Retention has a name for each unit; the finest that is set counts. */
const retention = 'log.retention.ms'
const coarser = ['log.retention.minutes', 'log.retention.hours']
const msPerUnit = new Map([
  ['log.retention.minutes', 60_000],
  ['log.retention.hours', 3_600_000]
])

/** Values of configs: per topic, group, client metrics subscription and broker, for all brokers, given at start, and Kafka's defaults. */
export class ConfigStore {
  readonly ofTopics: Values = new Map()
  /** Set on one broker at run time, by node id (as text); '' holds the cluster-wide ones. */
  readonly ofBrokers: Values = new Map()
  readonly ofGroups: Values = new Map()
  readonly ofClientMetrics: Values = new Map()
  readonly loggers = new BrokerLoggers()

  /** @param atStart broker configs given when the cluster was started */
  constructor(private readonly atStart: ReadonlyMap<string, string>) {}

  /** Value in force for a topic, on all brokers or on one. */
  topic(topic: string, name: string, nodeId?: number): string {
    const own = this.ofTopics.get(topic)?.get(name)
    if (own !== undefined) return own
    const definition = topicDefinition(name)
    const { inherits } = definition
    // Asked for each batch: only retention has several names to look at.
    if (inherits === retention) return inForce(definition, this.brokerSources(inherits, nodeId))
    return (inherits === undefined ? undefined : this.brokerValue(inherits, nodeId)) ?? definition.defaultValue ?? ''
  }

  /** `topic` as a number. */
  topicNumber(topic: string, name: string): number {
    return Number(this.topic(topic, name))
  }

  /** Value in force on all brokers, or on one; empty where there is none. */
  broker(name: string, nodeId?: number): string {
    return this.brokerValue(name, nodeId) ?? ''
  }

  /** `broker` as a number. */
  brokerNumber(name: string, nodeId?: number): number {
    return Number(this.broker(name, nodeId))
  }

  private brokerValue(name: string, nodeId: number | undefined): string | null {
    const onBroker = nodeId === undefined ? undefined : this.ofBrokers.get(String(nodeId))
    return onBroker?.get(name) ?? this.ofBrokers.get('')?.get(name) ?? this.atStart.get(name) ?? brokerDefinition(name).defaultValue
  }

  /** Value in force for a group. */
  group(groupId: string, name: string): string {
    return inForce(groupDefinition(name), this.groupSources(groupId, name))
  }

  /** `group` as a number. */
  groupNumber(groupId: string, name: string): number {
    return Number(this.group(groupId, name))
  }

  /** All values that a topic's config has, the one in force first; none where brokers have no such config. */
  topicSources(topic: string, name: string, nodeId?: number): ConfigValue[] {
    const definition = topicDefinition(name)
    return [...own(this.ofTopics.get(topic), name, configSources.topic), ...this.inherited(definition, nodeId)]
  }

  /** All values that a topic's config would have without one of its own. */
  inherited({ inherits }: ConfigDefinition, nodeId?: number): ConfigValue[] {
    return inherits === undefined ? [] : this.brokerSources(inherits, nodeId)
  }

  /** All values that a group's config has, the one in force first. */
  groupSources(groupId: string, name: string): ConfigValue[] {
    const definition = groupDefinition(name)
    const value = definition.defaultValue ?? ''
    const inherited =
      definition.inherits === undefined ? [{ name, value, source: configSources.default }] : this.brokerSources(definition.inherits)
    return [...own(this.ofGroups.get(groupId), name, configSources.group), ...inherited]
  }

  /** All values that a config of a client metrics subscription has: its own, if any. */
  clientMetricsSources(subscription: string, name: string): ConfigValue[] {
    if (!clientMetricsConfigs.has(name)) throw new RangeError(`There is no client metrics config ${name}`)
    return own(this.ofClientMetrics.get(subscription), name, configSources.clientMetrics)
  }

  /**
   * All values that a broker's config has, the one in force first; none for a config that has no default and is not set.
   * @param fixed what the broker has by its nature, as if it had been given at its start
   */
  brokerSources(name: string, nodeId?: number, fixed?: ReadonlyMap<string, string>): ConfigValue[] {
    const definitions = (name === retention ? [name, ...coarser] : [name]).map(brokerDefinition)
    const values = (source: ConfigValue['source'], get: (definition: ConfigDefinition) => string | null | undefined): ConfigValue[] =>
      definitions.flatMap(definition => {
        const value = get(definition)
        return value === undefined || value === null ? [] : [{ name: definition.name, value, source }]
      })
    const onBroker = nodeId === undefined ? undefined : this.ofBrokers.get(String(nodeId))
    const onAll = this.ofBrokers.get('')
    return [
      ...values(configSources.dynamicBroker, one => onBroker?.get(one.name)),
      ...values(configSources.dynamicDefaultBroker, one => onAll?.get(one.name)),
      ...values(configSources.staticBroker, one => fixed?.get(one.name) ?? this.atStart.get(one.name)),
      ...values(configSources.default, one => one.defaultValue)
    ]
  }
}

/** The value that counts among several of one config. */
export function inForce({ name, defaultValue }: ConfigDefinition, [first]: readonly ConfigValue[]): string {
  if (first === undefined) return defaultValue ?? ''
  const factor = msPerUnit.get(first.name)
  if (factor === undefined || first.name === name) return first.value
  return Number(first.value) < 0 ? '-1' : String(Number(first.value) * factor)
}

/** The definition of a broker config, whether it is acted on or only kept. */
export function findBrokerDefinition(name: string): ConfigDefinition | undefined {
  return brokerConfigs.get(name) ?? keptBrokerConfigs.get(name)
}

function brokerDefinition(name: string): ConfigDefinition {
  const definition = findBrokerDefinition(name)
  if (definition === undefined) throw new RangeError(`The embedded broker has no broker config ${name}`)
  return definition
}

function topicDefinition(name: string): ConfigDefinition {
  const definition = topicConfigs.get(name)
  if (definition === undefined) throw new RangeError(`The embedded broker has no topic config ${name}`)
  return definition
}

function groupDefinition(name: string): ConfigDefinition {
  const definition = groupConfigs.get(name)
  if (definition === undefined) throw new RangeError(`The embedded broker has no group config ${name}`)
  return definition
}

function own(values: ReadonlyMap<string, string> | undefined, name: string, source: ConfigValue['source']): ConfigValue[] {
  const value = values?.get(name)
  return value === undefined ? [] : [{ name, value, source }]
}
