import type { ConfigDefinition } from './config-definitions'

/** All topic configs of Kafka 4.3. */
const definitions: readonly ConfigDefinition[] = [
  {
    name: 'cleanup.policy',
    type: 'list',
    defaultValue: 'delete',
    oneOf: ['compact', 'delete'],
    inherits: 'log.cleanup.policy',
    doc: 'What becomes of old records.'
  },
  {
    name: 'compression.gzip.level',
    type: 'int',
    defaultValue: '-1',
    min: 1,
    max: 9,
    orElse: -1,
    inherits: 'compression.gzip.level',
    doc: 'Level where the broker compresses with gzip; kept only.'
  },
  {
    name: 'compression.lz4.level',
    type: 'int',
    defaultValue: '9',
    min: 1,
    max: 17,
    inherits: 'compression.lz4.level',
    doc: 'Level where the broker compresses with lz4; kept only.'
  },
  {
    name: 'compression.type',
    type: 'string',
    defaultValue: 'producer',
    oneOf: ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer'],
    inherits: 'compression.type',
    doc: 'Final compression of batches.'
  },
  {
    name: 'compression.zstd.level',
    type: 'int',
    defaultValue: '3',
    min: -131072,
    max: 22,
    inherits: 'compression.zstd.level',
    doc: 'Level where the broker compresses with zstd; kept only.'
  },
  {
    name: 'delete.retention.ms',
    type: 'long',
    defaultValue: '86400000',
    min: 0,
    inherits: 'log.cleaner.delete.retention.ms',
    doc: 'How long compaction keeps tombstones, ms.'
  },
  {
    name: 'file.delete.delay.ms',
    type: 'long',
    defaultValue: '60000',
    min: 0,
    inherits: 'log.segment.delete.delay.ms',
    doc: 'Wait before files of deleted segments go, ms; kept only.'
  },
  {
    name: 'flush.messages',
    type: 'long',
    defaultValue: '9223372036854775807',
    min: 1,
    inherits: 'log.flush.interval.messages',
    doc: 'Records between two writes to disk; kept only.'
  },
  {
    name: 'flush.ms',
    type: 'long',
    defaultValue: '9223372036854775807',
    min: 0,
    inherits: 'log.flush.interval.ms',
    doc: 'Time between two writes to disk, ms; kept only.'
  },
  {
    name: 'follower.replication.throttled.replicas',
    type: 'list',
    defaultValue: '',
    replicaList: true,
    doc: 'Replicas whose fetching is throttled: partition:broker, or * for all; kept only.'
  },
  {
    name: 'index.interval.bytes',
    type: 'int',
    defaultValue: '4096',
    min: 0,
    inherits: 'log.index.interval.bytes',
    doc: 'Distance of entries in the offset index, bytes; kept only.'
  },
  {
    name: 'leader.replication.throttled.replicas',
    type: 'list',
    defaultValue: '',
    replicaList: true,
    doc: 'Replicas whose serving is throttled: partition:broker, or * for all; kept only.'
  },
  {
    name: 'local.retention.bytes',
    type: 'long',
    defaultValue: '-2',
    min: -2,
    inherits: 'log.local.retention.bytes',
    doc: 'Size that stays on local disks with tiered storage, bytes; kept only.'
  },
  {
    name: 'local.retention.ms',
    type: 'long',
    defaultValue: '-2',
    min: -2,
    inherits: 'log.local.retention.ms',
    doc: 'Age up to which records stay on local disks with tiered storage, ms; kept only.'
  },
  {
    name: 'max.compaction.lag.ms',
    type: 'long',
    defaultValue: '9223372036854775807',
    min: 1,
    inherits: 'log.cleaner.max.compaction.lag.ms',
    doc: 'Longest time that a record stays uncompacted, ms; kept only.'
  },
  {
    name: 'max.message.bytes',
    type: 'int',
    defaultValue: '1048588',
    min: 0,
    inherits: 'message.max.bytes',
    doc: 'Largest record batch, bytes.'
  },
  {
    name: 'message.timestamp.after.max.ms',
    type: 'long',
    defaultValue: '3600000',
    min: 0,
    inherits: 'log.message.timestamp.after.max.ms',
    doc: 'How far ahead a timestamp may be, ms.'
  },
  {
    name: 'message.timestamp.before.max.ms',
    type: 'long',
    defaultValue: '9223372036854775807',
    min: 0,
    inherits: 'log.message.timestamp.before.max.ms',
    doc: 'How old a timestamp may be, ms.'
  },
  {
    name: 'message.timestamp.type',
    type: 'string',
    defaultValue: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
    inherits: 'log.message.timestamp.type',
    doc: 'Whose time a record carries.'
  },
  {
    name: 'min.cleanable.dirty.ratio',
    type: 'double',
    defaultValue: '0.5',
    min: 0,
    max: 1,
    inherits: 'log.cleaner.min.cleanable.ratio',
    doc: 'Share of uncompacted records from which compaction is worth while; kept only.'
  },
  {
    name: 'min.compaction.lag.ms',
    type: 'long',
    defaultValue: '0',
    min: 0,
    inherits: 'log.cleaner.min.compaction.lag.ms',
    doc: 'Shortest time that a record stays uncompacted, ms; kept only.'
  },
  {
    name: 'min.insync.replicas',
    type: 'int',
    defaultValue: '1',
    min: 1,
    inherits: 'min.insync.replicas',
    doc: 'Replicas that must be in sync for acks=all.'
  },
  {
    name: 'preallocate',
    type: 'boolean',
    defaultValue: 'false',
    inherits: 'log.preallocate',
    doc: 'Whether segments take their space on disk at once; kept only.'
  },
  {
    name: 'remote.log.copy.disable',
    type: 'boolean',
    defaultValue: 'false',
    doc: 'Whether tiered storage gets no new segments; kept only.'
  },
  {
    name: 'remote.log.delete.on.disable',
    type: 'boolean',
    defaultValue: 'false',
    doc: 'Whether tiered records go when tiered storage is switched off; kept only.'
  },
  { name: 'remote.storage.enable', type: 'boolean', defaultValue: 'false', doc: 'Tiered storage, which no broker here has.' },
  {
    name: 'retention.bytes',
    type: 'long',
    defaultValue: '-1',
    inherits: 'log.retention.bytes',
    doc: 'Size at which old records go, bytes; -1: none.'
  },
  {
    name: 'retention.ms',
    type: 'long',
    defaultValue: '604800000',
    min: -1,
    inherits: 'log.retention.ms',
    doc: 'Age at which records go, ms.'
  },
  {
    name: 'segment.bytes',
    type: 'int',
    defaultValue: '1073741824',
    min: 1048576,
    inherits: 'log.segment.bytes',
    doc: 'Size of a segment, bytes.'
  },
  {
    name: 'segment.index.bytes',
    type: 'int',
    defaultValue: '10485760',
    min: 4,
    inherits: 'log.index.size.max.bytes',
    doc: 'Size of an offset index, bytes; kept only.'
  },
  {
    name: 'segment.jitter.ms',
    type: 'long',
    defaultValue: '0',
    min: 0,
    inherits: 'log.roll.jitter.ms',
    doc: 'Random part of the age of segments, ms; kept only.'
  },
  {
    name: 'segment.ms',
    type: 'long',
    defaultValue: '604800000',
    min: 1,
    inherits: 'log.roll.ms',
    doc: 'Age at which a segment is closed, ms; kept only.'
  },
  {
    name: 'unclean.leader.election.enable',
    type: 'boolean',
    defaultValue: 'false',
    inherits: 'unclean.leader.election.enable',
    doc: 'Replicas out of sync may lead.'
  }
]

/** Topic configs by name, in the order in which a broker lists them when it makes a topic. */
export const topicConfigs: ReadonlyMap<string, ConfigDefinition> = new Map(definitions.map(definition => [definition.name, definition]))
