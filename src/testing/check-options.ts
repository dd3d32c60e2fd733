import { KafkaConfigError } from '../errors/config-errors'
import { suggest } from '../utils/suggest'
import { configValueProblem } from './configs/check-value'
import { brokerConfigs, type ConfigDefinition } from './configs/config-definitions'
import { topicConfigs } from './configs/topic-configs'
import type { EmbeddedKafkaOptions, ListenerOptions, SaslListenerOptions, TopicOptions } from './options'
import { topicNameProblem } from './topics/topic-names'

const known: Record<keyof EmbeddedKafkaOptions, true> = {
  brokers: true,
  topics: true,
  asVersion: true,
  listeners: true,
  autoCreateTopics: true,
  configs: true,
  racks: true,
  memory: true,
  clock: true,
  clusterId: true
}
const knownOfTopic: Record<keyof TopicOptions, true> = {
  topic: true,
  numPartitions: true,
  replicationFactor: true,
  replicaAssignment: true,
  configs: true
}
const knownOfListener: Record<keyof ListenerOptions, true> = { name: true, protocol: true, port: true, tls: true, sasl: true }
const knownOfSasl: Record<keyof SaslListenerOptions, true> = { mechanisms: true, users: true, validateToken: true }
const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL']
const mostPartitions = 10_000

/**
 * Holds the options of `EmbeddedKafka.start` against what there is.
 * @throws KafkaConfigError that says what to do
 */
export function checkOptions(options: EmbeddedKafkaOptions): void {
  if (typeof options !== 'object' || options === null) throw wrong('options', 'must be an object')
  checkNames(options, Object.keys(known), '')
  const { brokers = 1, topics = [], listeners = [{}], racks = [] } = options
  checkCount('brokers', brokers, 1, 1000)
  if (racks.length > brokers) throw wrong('racks', `names ${racks.length} racks for ${brokers} brokers; give one each`)
  checkConfigs('configs', options.configs ?? {}, brokerConfigs)
  if (listeners.length === 0) throw wrong('listeners', 'must not be empty; leave it out for one PLAINTEXT listener')
  listeners.forEach((listener, i) => checkListener(listener, `listeners[${i}]`))
  const names = listeners.map(({ name, protocol = 'PLAINTEXT' }) => name ?? protocol)
  const ports = listeners.flatMap(({ port = 0 }, i) => (port === 0 ? [] : [{ port, path: `listeners[${i}].port` }]))
  for (const [i, { port, path }] of ports.entries()) {
    if (port + brokers - 1 > 65_535) throw wrong(path, `leaves no room for ${brokers} brokers; choose one up to ${65_536 - brokers}`)
    const other = ports.slice(0, i).find(one => Math.abs(one.port - port) < brokers)
    if (other !== undefined) throw wrong(path, `the ${brokers} brokers need ${brokers} ports each; keep as far away from ${other.port}`)
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw wrong('listeners', `two are called ${twice}; give them names of their own`)
  topics.forEach((topic, i) => checkTopic(topic, `topics[${i}]`, brokers))
  const seen = new Set<string>()
  for (const { topic } of topics) {
    if (seen.has(topic)) throw wrong('topics', `has ${topic} twice`)
    seen.add(topic)
  }
}

/**
 * Holds the options of one topic against what there is.
 * @throws KafkaConfigError that says what to do
 */
export function checkTopic(topic: TopicOptions, path: string, brokers: number): void {
  if (typeof topic !== 'object' || topic === null) throw wrong(path, `must be an object such as { topic: 'orders', numPartitions: 3 }`)
  checkNames(topic, Object.keys(knownOfTopic), `${path}.`)
  if (typeof topic.topic !== 'string') throw wrong(`${path}.topic`, 'must be the name of the topic')
  const problem = topicNameProblem(topic.topic)
  if (problem !== undefined) throw wrong(`${path}.topic`, problem)
  if (topic.numPartitions !== undefined) checkCount(`${path}.numPartitions`, topic.numPartitions, 1, mostPartitions)
  if (topic.replicationFactor !== undefined) checkCount(`${path}.replicationFactor`, topic.replicationFactor, 1, brokers)
  checkConfigs(`${path}.configs`, topic.configs ?? {}, topicConfigs)
  topic.replicaAssignment?.forEach((replicas, i) => {
    const isRight = replicas.length > 0 && new Set(replicas).size === replicas.length && replicas.every(id => id >= 1 && id <= brokers)
    if (!isRight) throw wrong(`${path}.replicaAssignment[${i}]`, `must list different node ids from 1 to ${brokers}`)
  })
}

function checkListener(listener: ListenerOptions, path: string): void {
  checkNames(listener, Object.keys(knownOfListener), `${path}.`)
  const { protocol = 'PLAINTEXT', port = 0, tls, sasl } = listener
  if (!protocols.includes(protocol)) throw wrong(`${path}.protocol`, `must be one of ${protocols.join(', ')}`)
  checkCount(`${path}.port`, port, 0, 65_535)
  if (protocol.endsWith('SSL') && tls === undefined) throw wrong(`${path}.tls`, `is needed for ${protocol}: { key, cert }`)
  if (!protocol.startsWith('SASL')) return
  if (sasl === undefined) throw wrong(`${path}.sasl`, `is needed for ${protocol}: { users: { name: 'password' } }`)
  checkNames(sasl, Object.keys(knownOfSasl), `${path}.sasl.`)
  if (sasl.users === undefined && sasl.validateToken === undefined)
    throw wrong(`${path}.sasl`, 'lets nobody in; give users, or validateToken for OAUTHBEARER')
}

function checkNames(options: object, names: readonly string[], prefix: string): void {
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    const meant = suggest(name, names)
    throw wrong(
      `${prefix}${name}`,
      meant === undefined ? `is not an option; there are ${names.join(', ')}` : `is not an option; did you mean ${meant}?`
    )
  }
}

function checkConfigs(path: string, configs: Record<string, string>, definitions: ReadonlyMap<string, ConfigDefinition>): void {
  for (const [name, value] of Object.entries(configs)) {
    const definition = definitions.get(name)
    if (definition === undefined) {
      const meant = suggest(name, [...definitions.keys()])
      throw wrong(`${path}['${name}']`, `the embedded broker has no such config${meant === undefined ? '' : `; did you mean ${meant}?`}`)
    }
    if (typeof value !== 'string') throw wrong(`${path}['${name}']`, `must be text, as in a broker's properties file: '${String(value)}'`)
    const problem = configValueProblem(definition, value)
    if (problem !== undefined) throw wrong(`${path}['${name}']`, problem)
  }
}

function checkCount(path: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) throw wrong(path, `must be a whole number from ${least} to ${most}`)
}

function wrong(option: string, reason: string): KafkaConfigError {
  return new KafkaConfigError(`${option}: ${reason}`, { option, reason })
}
