import type { KafkaVersion } from '../../../scripts/setup/kafka-jars'

/** A kind of cluster that the suites run on. */
interface ChosenCluster {
  /** Of Kafka; what embedded brokers pose as. */
  readonly version: KafkaVersion
  readonly nodes: 1 | 3
  /** Embedded brokers instead of real ones. */
  readonly embedded: boolean
}

const kinds: Record<string, ChosenCluster> = {
  '4.3.1x1': { version: '4.3.1', nodes: 1, embedded: false },
  '4.3.1x3': { version: '4.3.1', nodes: 3, embedded: false },
  '3.9.2x1': { version: '3.9.2', nodes: 1, embedded: false },
  '2.8.2x1': { version: '2.8.2', nodes: 1, embedded: false },
  'embedded-4.3x1': { version: '4.3.1', nodes: 1, embedded: true },
  'embedded-4.3x3': { version: '4.3.1', nodes: 3, embedded: true }
}

/** The kind of cluster that the environment variable ODRADEK_KAFKA names; 4.3.1 with one node by default. */
export function chosenCluster(): ChosenCluster {
  const name = process.env['ODRADEK_KAFKA'] ?? '4.3.1x1'
  const kind = kinds[name]
  if (kind === undefined) throw new Error(`ODRADEK_KAFKA is '${name}', and not one of ${Object.keys(kinds).join(', ')}`)
  return kind
}
