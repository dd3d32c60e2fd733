import { brokerConfigs, topicConfigs } from './config-definitions'

/** Where a value comes from, by its number in DescribeConfigs. */
export const configSources = { topic: 1, dynamicBroker: 2, dynamicDefaultBroker: 3, staticBroker: 4, default: 5 } as const

/** A value and its source. */
export interface ConfigValue {
  readonly value: string
  readonly source: (typeof configSources)[keyof typeof configSources]
}

/** Values of configs: per topic, per broker, for all brokers, given at start, and Kafka's defaults. */
export class ConfigStore {
  /** Set on the topic, by topic and config name. */
  readonly ofTopics = new Map<string, Map<string, string>>()
  /** Set on one broker at run time, by node id (as text) and config name; '' holds the cluster-wide ones. */
  readonly ofBrokers = new Map<string, Map<string, string>>()

  /** @param atStart broker configs given when the cluster was started */
  constructor(private readonly atStart: ReadonlyMap<string, string>) {}

  /** Value in force for a topic. */
  topic(topic: string, name: string): string {
    return this.topicSources(topic, name)[0].value
  }

  /** Value in force on all brokers, or on one. */
  broker(name: string, nodeId?: number): string {
    return this.brokerSources(name, nodeId)[0].value
  }

  /** `broker` as a number. */
  brokerNumber(name: string, nodeId?: number): number {
    return Number(this.broker(name, nodeId))
  }

  /** `topic` as a number. */
  topicNumber(topic: string, name: string): number {
    return Number(this.topic(topic, name))
  }

  /** All values that a topic's config has, the one in force first. */
  topicSources(topic: string, name: string): [ConfigValue, ...ConfigValue[]] {
    const definition = topicConfigs.get(name)
    if (definition === undefined) throw new RangeError(`The embedded broker has no topic config ${name}`)
    const inherited: ConfigValue[] =
      definition.inherits === undefined
        ? [{ value: definition.defaultValue, source: configSources.default }]
        : this.brokerSources(definition.inherits)
    const own = this.ofTopics.get(topic)?.get(name)
    const all = own === undefined ? inherited : [{ value: own, source: configSources.topic }, ...inherited]
    return all as [ConfigValue, ...ConfigValue[]]
  }

  /** All values that a broker's config has, the one in force first. */
  brokerSources(name: string, nodeId?: number): [ConfigValue, ...ConfigValue[]] {
    const definition = brokerConfigs.get(name)
    if (definition === undefined) throw new RangeError(`The embedded broker has no broker config ${name}`)
    const values: ConfigValue[] = []
    const add = (value: string | undefined, source: ConfigValue['source']): void => {
      if (value !== undefined) values.push({ value, source })
    }
    if (nodeId !== undefined) add(this.ofBrokers.get(String(nodeId))?.get(name), configSources.dynamicBroker)
    add(this.ofBrokers.get('')?.get(name), configSources.dynamicDefaultBroker)
    add(this.atStart.get(name), configSources.staticBroker)
    add(definition.defaultValue, configSources.default)
    return values as [ConfigValue, ...ConfigValue[]]
  }
}
