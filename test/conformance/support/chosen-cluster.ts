import type { KafkaVersion } from '../../../scripts/setup/kafka-jars'

const kinds: Record<string, { version: KafkaVersion; nodes: 1 | 3 }> = {
  '4.3.1x1': { version: '4.3.1', nodes: 1 },
  '4.3.1x3': { version: '4.3.1', nodes: 3 },
  '3.9.2x1': { version: '3.9.2', nodes: 1 },
  '2.8.2x1': { version: '2.8.2', nodes: 1 }
}

/** The kind of cluster that the environment variable ODRADEK_KAFKA names; 4.3.1 with one node by default. */
export function chosenCluster(): { version: KafkaVersion; nodes: 1 | 3 } {
  const name = process.env['ODRADEK_KAFKA'] ?? '4.3.1x1'
  const kind = kinds[name]
  if (kind === undefined) throw new Error(`ODRADEK_KAFKA is '${name}', and not one of ${Object.keys(kinds).join(', ')}`)
  return kind
}
