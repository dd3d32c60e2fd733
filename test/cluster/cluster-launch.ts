import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type KafkaVersion, kafkaJars } from '../../scripts/setup/kafka-jars'
import { peerArguments, zooKeeperArguments } from './broker-command'
import { brokerProperties, type ClusterSpec, type ListenerName, propertiesText, zooKeeperServerProperties } from './broker-config'
import { makeCertificates } from './certificates'
import { javaClasses } from './java-classes'
import type { SupervisorClient } from './supervisor-client'
import { waitUntil } from './wait-until'

const peerVersion: KafkaVersion = '4.3.1'
const javaSources = path.join(__dirname, '..', 'java', 'tools')

/** What clusters are started with. */
export interface ClusterOptions {
  /** 4.3.1 runs with KRaft, 3.9.2 and 2.8.2 with ZooKeeper. */
  version: KafkaVersion
  /** Node ids are 1 to `nodes`. */
  nodes: 1 | 3
  /** Broker configs over the harness's own, e.g. `auto.create.topics.enable` (Kafka's default: true). */
  config?: Record<string, string>
  /** `all` adds TLS and SASL (PLAIN, SCRAM-SHA-256, SCRAM-SHA-512) with and without TLS; takes a second longer. Default `plaintext`. */
  listeners?: 'plaintext' | 'all'
  /** Embedded brokers that pose as that version, which is 4.3.1, instead of real ones. */
  embedded?: boolean
}

/** Everything but the processes: folder, ports, names. */
export async function specify(options: ClusterOptions, choosePorts: (count: number) => Promise<number[]>): Promise<ClusterSpec> {
  const kraft = options.version === '4.3.1'
  const ports = await choosePorts(options.nodes * 6 + 1)
  const port = (): number => ports.pop() ?? 0
  const listeners: ListenerName[] = options.listeners === 'all' ? ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'] : ['PLAINTEXT']
  return {
    version: options.version,
    embedded: options.embedded ?? false,
    folder: fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-kafka-')),
    clusterId: clusterId(),
    nodes: Array.from({ length: options.nodes }, (_, index) => ({
      nodeId: index + 1,
      ports: { PLAINTEXT: port(), SSL: port(), SASL_PLAINTEXT: port(), SASL_SSL: port(), INTERNAL: port(), CONTROLLER: port() }
    })),
    zooKeeperPort: kraft ? 0 : port(),
    listeners,
    certificates: null,
    users: {
      PLAIN: { username: 'plain-user', password: 'plain-secret' },
      'SCRAM-SHA-256': { username: 'scram-256-user', password: 'scram-256-secret' },
      'SCRAM-SHA-512': { username: 'scram-512-user', password: 'scram-512-secret' }
    },
    config: options.config ?? {}
  }
}

/** 16 random bytes as Kafka writes them. A leading dash would read as an option of the storage tool. */
function clusterId(): string {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0] ?? 0) & 0x7f
  return bytes.toString('base64url')
}

export function propertiesFile(spec: ClusterSpec, nodeId: number): string {
  return path.join(spec.folder, `node-${nodeId}.properties`)
}

/** Starts what the brokers need and writes their properties; the brokers themselves can be started when it resolves. */
export async function prepare(spec: ClusterSpec, supervisor: SupervisorClient): Promise<void> {
  const [certificates] = await Promise.all([
    spec.listeners.length > 1 ? makeCertificates(path.join(spec.folder, 'certificates')) : null,
    startPeer(spec, supervisor),
    spec.zooKeeperPort === 0 ? undefined : startZooKeeper(spec, supervisor)
  ])
  spec.certificates = certificates
  for (const node of spec.nodes) fs.writeFileSync(propertiesFile(spec, node.nodeId), propertiesText(brokerProperties(spec, node)))
  if (spec.zooKeeperPort !== 0) return
  for (const node of spec.nodes) await format(spec, supervisor, node.nodeId)
}

/** Starts the JVM with Kafka's Java clients. */
export async function startPeer(spec: ClusterSpec, supervisor: SupervisorClient): Promise<void> {
  const jars = await kafkaJars(peerVersion)
  const classes = await javaClasses(javaSources, jars)
  await supervisor.call('startPeer', { arguments: peerArguments(classes, jars), log: path.join(spec.folder, 'peer.log') })
  await supervisor.call('peer', { call: { command: 'ping' } })
}

async function startZooKeeper(spec: ClusterSpec, supervisor: SupervisorClient): Promise<void> {
  const file = path.join(spec.folder, 'zookeeper.properties')
  const log = path.join(spec.folder, 'zookeeper.log')
  fs.writeFileSync(file, propertiesText(zooKeeperServerProperties(spec)))
  const jars = await kafkaJars(spec.version)
  await supervisor.call('start', { name: 'zookeeper', program: 'java', arguments: zooKeeperArguments(spec, jars, file), log })
  await waitUntil('ZooKeeper to listen', async () => {
    await throwIfEnded(supervisor, 'zookeeper', log)
    return accepts(spec.zooKeeperPort)
  })
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function format(spec: ClusterSpec, supervisor: SupervisorClient, nodeId: number): Promise<void> {
  const standalone = spec.nodes.length === 1 ? ['--standalone'] : []
  const args = ['format', '-t', spec.clusterId, '-c', propertiesFile(spec, nodeId), ...standalone]
  await supervisor.call('peer', { call: { command: 'formatStorage', arguments: args } })
}

/** A process that should serve has ended; `portTaken` when that was because someone else had one of its ports. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly portTaken: boolean
  ) {
    super(message)
    this.name = 'StartError'
  }
}

/** Throws a StartError with the end of the log when the process has ended. */
export async function throwIfEnded(supervisor: SupervisorClient, name: string, log: string): Promise<void> {
  const status = await supervisor.call<Record<string, { ended: string | null }>>('status')
  const ended = status[name]?.ended ?? null
  if (ended === null) return
  const text = fs.readFileSync(log, 'utf8')
  const portTaken = /Address already in use|BindException|Socket server failed to bind/.test(text)
  throw new StartError(`${name} ended with ${ended} while starting:\n${text.split('\n').slice(-40).join('\n')}`, portTaken)
}
