import type { ConfigDefinition } from './config-definitions'

const kept = 'Kept and shown; the embedded broker does not act on it.'

const definitions: readonly ConfigDefinition[] = [
  {
    name: 'consumer.assignment.interval.ms',
    type: 'int',
    defaultValue: '1000',
    min: 0,
    inherits: 'group.consumer.assignment.interval.ms',
    doc: kept
  },
  {
    name: 'consumer.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '5000',
    min: 1,
    inherits: 'group.consumer.heartbeat.interval.ms',
    doc: 'Heartbeat interval of members, ms.'
  },
  {
    name: 'consumer.session.timeout.ms',
    type: 'int',
    defaultValue: '45000',
    min: 1,
    inherits: 'group.consumer.session.timeout.ms',
    doc: 'Session timeout of members, ms.'
  },
  {
    name: 'share.assignment.interval.ms',
    type: 'int',
    defaultValue: '1000',
    min: 0,
    inherits: 'group.share.assignment.interval.ms',
    doc: kept
  },
  { name: 'share.auto.offset.reset', type: 'string', defaultValue: 'latest', durationOr: ['earliest', 'latest'], doc: kept },
  { name: 'share.delivery.count.limit', type: 'int', defaultValue: '5', min: 2, inherits: 'group.share.delivery.count.limit', doc: kept },
  {
    name: 'share.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '5000',
    min: 1,
    inherits: 'group.share.heartbeat.interval.ms',
    doc: kept
  },
  {
    name: 'share.isolation.level',
    type: 'string',
    defaultValue: 'read_uncommitted',
    oneOf: ['read_committed', 'read_uncommitted'],
    doc: kept
  },
  {
    name: 'share.partition.max.record.locks',
    type: 'int',
    defaultValue: '2000',
    min: 100,
    inherits: 'group.share.partition.max.record.locks',
    doc: kept
  },
  {
    name: 'share.record.lock.duration.ms',
    type: 'int',
    defaultValue: '30000',
    min: 1000,
    inherits: 'group.share.record.lock.duration.ms',
    doc: kept
  },
  { name: 'share.renew.acknowledge.enable', type: 'boolean', defaultValue: 'true', doc: kept },
  { name: 'share.session.timeout.ms', type: 'int', defaultValue: '45000', min: 1, inherits: 'group.share.session.timeout.ms', doc: kept },
  {
    name: 'streams.assignment.interval.ms',
    type: 'int',
    defaultValue: '1000',
    min: 0,
    inherits: 'group.streams.assignment.interval.ms',
    doc: kept
  },
  {
    name: 'streams.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '5000',
    min: 1,
    inherits: 'group.streams.heartbeat.interval.ms',
    doc: kept
  },
  {
    name: 'streams.initial.rebalance.delay.ms',
    type: 'int',
    defaultValue: '3000',
    min: 0,
    inherits: 'group.streams.initial.rebalance.delay.ms',
    doc: kept
  },
  {
    name: 'streams.num.standby.replicas',
    type: 'int',
    defaultValue: '0',
    min: 0,
    inherits: 'group.streams.num.standby.replicas',
    doc: kept
  },
  {
    name: 'streams.session.timeout.ms',
    type: 'int',
    defaultValue: '45000',
    min: 1,
    inherits: 'group.streams.session.timeout.ms',
    doc: kept
  }
]

/** All group configs of Kafka 4.3 (KIP-848, KIP-932, KIP-1071). */
export const groupConfigs: ReadonlyMap<string, ConfigDefinition> = new Map(definitions.map(definition => [definition.name, definition]))
