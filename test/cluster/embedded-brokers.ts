import fs from 'node:fs'
import path from 'node:path'
import { brokerConfigs } from '../../src/testing/configs/config-definitions'
import { EmbeddedKafka } from '../../src/testing/embedded-kafka'
import type { ListenerOptions } from '../../src/testing/options'
import { brokerProperties, type ClusterSpec } from './broker-config'

/** What the embedded brokers write to their log when they have made a mistake. */
export const problemMark = 'Problem of the embedded broker: '

/** Embedded brokers with what the harness does to real ones. */
export class EmbeddedBrokers {
  private constructor(private readonly kafka: EmbeddedKafka) {}

  static async start(spec: ClusterSpec): Promise<EmbeddedBrokers> {
    const [first] = spec.nodes
    const properties = Object.entries(brokerProperties(spec, first)).filter(([name]) => brokerConfigs.has(name))
    const kafka = await EmbeddedKafka.start({
      brokers: spec.nodes.length,
      asVersion: '4.3',
      clusterId: spec.clusterId,
      configs: Object.fromEntries(properties),
      listeners: (['INTERNAL', ...spec.listeners] as const).map(name => listenerOf(spec, name))
    })
    const { problems } = kafka.cluster
    problems.push = (...errors) => {
      for (const error of errors) console.error(`${problemMark}${error.stack?.replaceAll('\n', '\\n')}`)
      return Array.prototype.push.apply(problems, errors)
    }
    return new EmbeddedBrokers(kafka)
  }

  async kill(nodeId: number): Promise<void> {
    await this.kafka.kill(nodeId)
  }

  async start(nodeId: number): Promise<void> {
    await this.kafka.revive(nodeId)
  }

  freeze(nodeId: number): void {
    this.kafka.freeze(nodeId)
  }

  thaw(nodeId: number): void {
    this.kafka.thaw(nodeId)
  }

  isLive(nodeId: number): boolean {
    return this.kafka.cluster.isAlive(nodeId)
  }

  writeLog(topic: string, partition: number, folder: string): void {
    const { log } = this.kafka.laboratory.partition(topic, partition).state
    fs.mkdirSync(folder, { recursive: true })
    const segment = `${String(log.logStartOffset).padStart(20, '0')}.log`
    fs.writeFileSync(path.join(folder, segment), Buffer.concat(log.storedBatches.map(({ bytes }) => bytes)))
  }
}

function listenerOf(spec: ClusterSpec, name: 'INTERNAL' | ClusterSpec['listeners'][number]): ListenerOptions {
  const { certificates, users } = spec
  const protocol = name === 'INTERNAL' ? 'PLAINTEXT' : name
  const tls =
    certificates === null
      ? {}
      : {
          pfx: fs.readFileSync(certificates.serverStore),
          passphrase: certificates.storePassword,
          ca: certificates.ca,
          // As the real ones: on the SSL listener alone.
          requestCert: name === 'SSL',
          rejectUnauthorized: false
        }
  const sasl = { users: Object.fromEntries(Object.values(users).map(({ username, password }) => [username, password])) }
  return {
    name,
    protocol,
    port: spec.nodes[0].ports[name],
    ...(protocol.endsWith('SSL') ? { tls } : {}),
    ...(protocol.startsWith('SASL') ? { sasl } : {})
  }
}
