import type { KafkaVersion } from '../../scripts/setup/kafka-jars'
import type { Certificates } from './certificates'

/** Listeners a client can use. `INTERNAL`, `CONTROLLER` are the cluster's own. */
export type ListenerName = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'

/** Everything of a node that is chosen before it starts and stays over restarts. */
export interface NodeSpec {
  nodeId: number
  ports: Record<ListenerName | 'INTERNAL' | 'CONTROLLER', number>
  /** Where the broker sends clients of its PLAINTEXT listener, if not to that listener's port. */
  advertisedPort?: number
}

/** Everything of a cluster that is chosen before it starts. Plain data: written to `cluster.json` for those who attach. */
export interface ClusterSpec {
  version: KafkaVersion
  /** Embedded brokers that pose as the version. */
  embedded: boolean
  folder: string
  clusterId: string
  nodes: NodeSpec[]
  /** 0 with KRaft. */
  zooKeeperPort: number
  listeners: ListenerName[]
  certificates: Certificates | null
  users: Record<'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512', { username: string; password: string }>
  config: Record<string, string>
}

/** `key=value` lines. A backslash is the only character of ours that the format reads as something else. */
export function propertiesText(properties: Record<string, string>): string {
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('')
}

/** The `server.properties` of a node. `spec.config` overrides everything. */
export function brokerProperties(spec: ClusterSpec, node: NodeSpec): Record<string, string> {
  return {
    ...listenerProperties(spec, node),
    ...(spec.zooKeeperPort === 0 ? kraftProperties(spec, node) : zooKeeperProperties(spec, node)),
    ...smallBroker,
    ...fastGroups(spec.nodes.length),
    ...(spec.listeners.length > 1 ? security(spec) : {}),
    'log.dirs': `${spec.folder}/data-${node.nodeId}`,
    ...spec.config
  }
}

/** `zk.properties` of the one ZooKeeper. */
export function zooKeeperServerProperties(spec: ClusterSpec): Record<string, string> {
  return {
    dataDir: `${spec.folder}/zookeeper`,
    clientPort: String(spec.zooKeeperPort),
    clientPortAddress: '127.0.0.1',
    maxClientCnxns: '0',
    tickTime: '1000',
    'admin.enableServer': 'false'
  }
}

function listenerProperties(spec: ClusterSpec, node: NodeSpec): Record<string, string> {
  const names = ['INTERNAL' as const, ...spec.listeners]
  const addresses = names.map(name => `${name}://127.0.0.1:${node.ports[name]}`)
  const advertised = names.map(name => `${name}://127.0.0.1:${advertisedPort(node, name)}`)
  const controller = spec.zooKeeperPort === 0 ? [`CONTROLLER://127.0.0.1:${node.ports.CONTROLLER}`] : []
  return {
    listeners: [...addresses, ...controller].join(','),
    'advertised.listeners': advertised.join(','),
    'inter.broker.listener.name': 'INTERNAL',
    'listener.security.protocol.map': ['INTERNAL:PLAINTEXT', 'CONTROLLER:PLAINTEXT', ...spec.listeners.map(name => `${name}:${name}`)].join(
      ','
    )
  }
}

/** The port at which clients find a listener. */
export function advertisedPort(node: NodeSpec, name: ListenerName | 'INTERNAL'): number {
  return name === 'PLAINTEXT' ? (node.advertisedPort ?? node.ports.PLAINTEXT) : node.ports[name]
}

function kraftProperties(spec: ClusterSpec, node: NodeSpec): Record<string, string> {
  const alone = spec.nodes.length === 1
  return {
    'process.roles': 'broker,controller',
    'node.id': String(node.nodeId),
    'controller.listener.names': 'CONTROLLER',
    ...(alone
      ? { 'controller.quorum.bootstrap.servers': `127.0.0.1:${node.ports.CONTROLLER}` }
      : { 'controller.quorum.voters': spec.nodes.map(n => `${n.nodeId}@127.0.0.1:${n.ports.CONTROLLER}`).join(',') }),
    'broker.heartbeat.interval.ms': '500',
    // A killed broker may register again when its session is over. Alone it needs none to be told dead.
    'broker.session.timeout.ms': alone ? '1500' : '6000',
    'share.coordinator.state.topic.replication.factor': alone ? '1' : '3',
    'share.coordinator.state.topic.min.isr': alone ? '1' : '2',
    'share.coordinator.state.topic.num.partitions': '4',
    'group.consumer.min.session.timeout.ms': '3000',
    'group.consumer.min.heartbeat.interval.ms': '300',
    'group.consumer.heartbeat.interval.ms': '500',
    'group.consumer.assignment.interval.ms': '0'
  }
}

function zooKeeperProperties(spec: ClusterSpec, node: NodeSpec): Record<string, string> {
  return {
    'broker.id': String(node.nodeId),
    'zookeeper.connect': `127.0.0.1:${spec.zooKeeperPort}`,
    'zookeeper.session.timeout.ms': '6000'
  }
}

/** For several brokers, clients and tests on two cores. */
const smallBroker: Record<string, string> = {
  'num.network.threads': '2',
  'num.io.threads': '3',
  'background.threads': '2',
  'num.replica.fetchers': '1',
  'num.recovery.threads.per.data.dir': '1',
  'log.cleaner.threads': '1',
  // Its default, 128 MB, does not fit the heap.
  'log.cleaner.dedupe.buffer.size': '8388608',
  // Tests write records of any age. The default week would remove them when the broker next looks, which is minutes later.
  'log.retention.ms': '-1',
  'auto.leader.rebalance.enable': 'false',
  'delete.topic.enable': 'true'
}

function fastGroups(nodes: number): Record<string, string> {
  const factor = nodes === 1 ? '1' : '3'
  const isr = nodes === 1 ? '1' : '2'
  return {
    'offsets.topic.num.partitions': '4',
    'offsets.topic.replication.factor': factor,
    'transaction.state.log.num.partitions': '4',
    'transaction.state.log.replication.factor': factor,
    'transaction.state.log.min.isr': isr,
    'transaction.abort.timed.out.transaction.cleanup.interval.ms': '500',
    'group.initial.rebalance.delay.ms': '0',
    'group.min.session.timeout.ms': '1000'
  }
}

function security(spec: ClusterSpec): Record<string, string> {
  const properties: Record<string, string> = { 'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512' }
  const { username, password } = spec.users.PLAIN
  for (const name of spec.listeners.filter(listener => listener.startsWith('SASL'))) {
    const prefix = `listener.name.${name.toLowerCase()}`
    const modules = 'org.apache.kafka.common.security'
    properties[`${prefix}.plain.sasl.jaas.config`] = `${modules}.plain.PlainLoginModule required user_${username}="${password}";`
    for (const mechanism of ['scram-sha-256', 'scram-sha-512']) {
      properties[`${prefix}.${mechanism}.sasl.jaas.config`] = `${modules}.scram.ScramLoginModule required;`
    }
  }
  const { certificates } = spec
  if (certificates === null) return properties
  return {
    ...properties,
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': certificates.serverStore,
    'ssl.keystore.password': certificates.storePassword,
    'ssl.key.password': certificates.storePassword,
    'ssl.truststore.type': 'PKCS12',
    'ssl.truststore.location': certificates.trustStore,
    'ssl.truststore.password': certificates.storePassword,
    // On the SSL listener alone: with SASL_SSL the client names itself by its password.
    'listener.name.ssl.ssl.client.auth': 'requested'
  }
}
