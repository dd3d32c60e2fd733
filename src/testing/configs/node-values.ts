import type { BrokerView } from '../broker-view'

/** The one folder of a broker's logs, in name only. */
export function logDirOf(nodeId: number): string {
  return `/odradek/broker-${nodeId}`
}

/** Configs that a broker has by its nature, as if they had been given at its start. */
export function nodeValues({ nodeId, host, ports, rack }: BrokerView): ReadonlyMap<string, string> {
  const listeners = [...ports].map(([name, port]) => `${name}://${host}:${port}`).join(',')
  return new Map([
    ['node.id', String(nodeId)],
    ['broker.id', String(nodeId)],
    ['process.roles', 'broker,controller'],
    ['listeners', listeners],
    ['advertised.listeners', listeners],
    ['log.dirs', logDirOf(nodeId)],
    ...(rack === null ? [] : [['broker.rack', rack] as const])
  ])
}
