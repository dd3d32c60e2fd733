import type { ConfigDefinition } from './config-definitions'

const definitions: readonly ConfigDefinition[] = [
  { name: 'interval.ms', type: 'int', defaultValue: '300000', doc: 'How often clients send metrics, ms.' },
  { name: 'match', type: 'list', defaultValue: '', doc: 'Which clients: patterns such as client_id=app.*; empty: all.' },
  { name: 'metrics', type: 'list', defaultValue: '', doc: 'Which metrics: prefixes of their names; * for all.' }
]

/** Configs of client metrics subscriptions (KIP-714). */
export const clientMetricsConfigs: ReadonlyMap<string, ConfigDefinition> = new Map(definitions.map(one => [one.name, one]))
