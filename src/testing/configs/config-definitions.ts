/** Kafka's config types, by their number in DescribeConfigs v3 (KIP-569). */
export const configTypes = { boolean: 1, string: 2, int: 3, short: 4, long: 5, double: 6, list: 7, class: 8, password: 9 } as const

/** One config that the broker knows. */
export interface ConfigDefinition {
  readonly name: string
  readonly type: keyof typeof configTypes
  /** Null: none. */
  readonly defaultValue: string | null
  /** Lowest and highest legal number. */
  readonly min?: number
  readonly max?: number
  /** A number that is legal besides. */
  readonly orElse?: number
  /** A list of `partition:broker`, or `*`. */
  readonly replicaList?: boolean
  /** Legal words besides `by_duration:` and an ISO 8601 duration. */
  readonly durationOr?: readonly string[]
  /** Legal words, for `string` and `list`. */
  readonly oneOf?: readonly string[]
  /** Set at start only (`read-only` in Kafka's documentation). */
  readonly readOnly?: boolean
  readonly sensitive?: boolean
  /** Whether brokers list it only when it has been set. */
  readonly listedWhenSet?: boolean
  /** For a topic config: the broker config that it inherits from. */
  readonly inherits?: string
  /** Own words on what it does here. */
  readonly doc: string
}

const byName = (definitions: ConfigDefinition[]): ReadonlyMap<string, ConfigDefinition> => new Map(definitions.map(d => [d.name, d]))

const day = 24 * 60 * 60 * 1000

/** Broker configs that change what the embedded broker does. */
export const brokerConfigs = byName([
  { name: 'auto.create.topics.enable', type: 'boolean', defaultValue: 'true', readOnly: true, doc: 'Metadata requests may make topics.' },
  {
    name: 'num.partitions',
    type: 'int',
    defaultValue: '1',
    min: 1,
    readOnly: true,
    doc: 'Partitions of a topic that is made without a number.'
  },
  {
    name: 'default.replication.factor',
    type: 'int',
    defaultValue: '1',
    min: 1,
    readOnly: true,
    doc: 'Replicas of a topic that is made without a number.'
  },
  { name: 'min.insync.replicas', type: 'int', defaultValue: '1', min: 1, doc: 'Replicas that must be in sync for acks=all.' },
  { name: 'message.max.bytes', type: 'int', defaultValue: '1048588', min: 0, doc: 'Largest record batch, bytes.' },
  { name: 'fetch.max.bytes', type: 'int', defaultValue: '57671680', min: 1024, readOnly: true, doc: 'Most bytes of one Fetch answer.' },
  { name: 'socket.request.max.bytes', type: 'int', defaultValue: '104857600', min: 1, readOnly: true, doc: 'Largest request, bytes.' },
  { name: 'connections.max.idle.ms', type: 'long', defaultValue: '600000', readOnly: true, doc: 'Idle connections close after, ms.' },
  {
    name: 'connections.max.reauth.ms',
    type: 'long',
    defaultValue: '0',
    readOnly: true,
    doc: 'SASL sessions end after, ms; 0: never (KIP-368).'
  },
  {
    name: 'authorizer.class.name',
    type: 'string',
    defaultValue: '',
    oneOf: ['', 'org.apache.kafka.metadata.authorizer.StandardAuthorizer', 'kafka.security.authorizer.AclAuthorizer'],
    readOnly: true,
    doc: 'With an authorizer, ACLs decide who may do what; all of them decide as StandardAuthorizer.'
  },
  {
    name: 'super.users',
    type: 'string',
    defaultValue: '',
    listedWhenSet: true,
    readOnly: true,
    doc: 'Principals that may do everything, with semicolons between.'
  },
  {
    name: 'allow.everyone.if.no.acl.found',
    type: 'boolean',
    defaultValue: 'false',
    listedWhenSet: true,
    readOnly: true,
    doc: 'What no ACL is about is open to all.'
  },
  { name: 'delete.topic.enable', type: 'boolean', defaultValue: 'true', readOnly: true, doc: 'Topics can be deleted.' },
  { name: 'unclean.leader.election.enable', type: 'boolean', defaultValue: 'false', doc: 'Replicas out of sync may lead.' },
  { name: 'log.retention.ms', type: 'long', defaultValue: null, doc: 'Age at which records go, ms.' },
  { name: 'log.retention.minutes', type: 'int', defaultValue: null, readOnly: true, doc: 'The same in minutes, where there are no ms.' },
  { name: 'log.retention.hours', type: 'int', defaultValue: '168', readOnly: true, doc: 'The same in hours, where there are no minutes.' },
  { name: 'log.retention.bytes', type: 'long', defaultValue: '-1', doc: 'Size at which old records go, bytes; -1: none.' },
  { name: 'log.segment.bytes', type: 'int', defaultValue: '1073741824', min: 1048576, doc: 'Size of a segment, bytes.' },
  { name: 'log.cleanup.policy', type: 'list', defaultValue: 'delete', oneOf: ['compact', 'delete'], doc: 'What becomes of old records.' },
  {
    name: 'compression.type',
    type: 'string',
    defaultValue: 'producer',
    oneOf: ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer'],
    doc: 'Final compression of batches.'
  },
  {
    name: 'log.message.timestamp.type',
    type: 'string',
    defaultValue: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
    doc: 'Whose time a record carries.'
  },
  {
    name: 'log.message.timestamp.before.max.ms',
    type: 'long',
    defaultValue: '9223372036854775807',
    min: 0,
    doc: 'How old a timestamp may be, ms.'
  },
  {
    name: 'log.message.timestamp.after.max.ms',
    type: 'long',
    defaultValue: '3600000',
    min: 0,
    doc: 'How far ahead a timestamp may be, ms.'
  },
  {
    name: 'group.min.session.timeout.ms',
    type: 'int',
    defaultValue: '6000',
    min: 1,
    readOnly: true,
    doc: 'Shortest session timeout of a classic group, ms.'
  },
  {
    name: 'group.max.session.timeout.ms',
    type: 'int',
    defaultValue: '1800000',
    min: 1,
    readOnly: true,
    doc: 'Longest session timeout of a classic group, ms.'
  },
  {
    name: 'group.initial.rebalance.delay.ms',
    type: 'int',
    defaultValue: '0',
    min: 0,
    readOnly: true,
    doc: 'Wait for more members in an empty classic group, ms; a real broker waits 3000.'
  },
  { name: 'group.max.size', type: 'int', defaultValue: '2147483647', min: 1, readOnly: true, doc: 'Most members of a classic group.' },
  {
    name: 'group.consumer.session.timeout.ms',
    type: 'int',
    defaultValue: '45000',
    min: 1,
    readOnly: true,
    doc: 'Session timeout of a consumer group, ms (KIP-848).'
  },
  {
    name: 'group.consumer.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '5000',
    min: 1,
    readOnly: true,
    doc: 'Heartbeat interval of a consumer group, ms (KIP-848).'
  },
  {
    name: 'group.consumer.min.session.timeout.ms',
    type: 'int',
    defaultValue: '45000',
    min: 1,
    readOnly: true,
    doc: 'Shortest session timeout that a group may be given, ms.'
  },
  {
    name: 'group.consumer.max.session.timeout.ms',
    type: 'int',
    defaultValue: '60000',
    min: 1,
    readOnly: true,
    doc: 'Longest session timeout that a group may be given, ms.'
  },
  {
    name: 'group.consumer.min.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '5000',
    min: 1,
    readOnly: true,
    doc: 'Shortest heartbeat interval that a group may be given, ms.'
  },
  {
    name: 'group.consumer.max.heartbeat.interval.ms',
    type: 'int',
    defaultValue: '15000',
    min: 1,
    readOnly: true,
    doc: 'Longest heartbeat interval that a group may be given, ms.'
  },
  {
    name: 'group.consumer.max.size',
    type: 'int',
    defaultValue: '2147483647',
    min: 1,
    readOnly: true,
    doc: 'Most members of a consumer group.'
  },
  {
    name: 'group.consumer.assignors',
    type: 'list',
    defaultValue: 'uniform,range',
    readOnly: true,
    doc: 'Assignors of consumer groups, the default first.'
  },
  {
    name: 'group.consumer.migration.policy',
    type: 'string',
    defaultValue: 'bidirectional',
    oneOf: ['disabled', 'downgrade', 'upgrade', 'bidirectional'],
    readOnly: true,
    doc: 'Whether groups change between classic and consumer.'
  },
  {
    name: 'offset.metadata.max.bytes',
    type: 'int',
    defaultValue: '4096',
    min: 0,
    readOnly: true,
    doc: 'Longest text of a committed offset, bytes.'
  },
  {
    name: 'offsets.retention.minutes',
    type: 'int',
    defaultValue: '10080',
    min: 1,
    readOnly: true,
    doc: 'Age at which offsets of an empty group go, minutes.'
  },
  {
    name: 'offsets.topic.num.partitions',
    type: 'int',
    defaultValue: '50',
    min: 1,
    readOnly: true,
    doc: 'Partitions that the offsets of groups are spread over, as descriptions of transactions show them.'
  },
  {
    name: 'transaction.max.timeout.ms',
    type: 'int',
    defaultValue: '900000',
    min: 1,
    readOnly: true,
    doc: 'Longest transaction timeout that is taken, ms.'
  },
  {
    name: 'transaction.partition.verification.enable',
    type: 'boolean',
    defaultValue: 'true',
    doc: 'Transactional batches need a running transaction (KIP-890).'
  },
  {
    name: 'transactional.id.expiration.ms',
    type: 'int',
    defaultValue: String(7 * day),
    min: 1,
    readOnly: true,
    doc: 'Age at which an idle transactional id goes, ms.'
  },
  {
    name: 'producer.id.expiration.ms',
    type: 'int',
    defaultValue: String(day),
    min: 1,
    doc: 'Age at which the state of an idle producer goes, ms.'
  },
  {
    name: 'max.incremental.fetch.session.cache.slots',
    type: 'int',
    defaultValue: '1000',
    min: 0,
    readOnly: true,
    doc: 'Most fetch sessions of a broker (KIP-227).'
  },
  {
    name: 'replica.selector.class',
    type: 'string',
    defaultValue: null,
    readOnly: true,
    doc: 'Any RackAwareReplicaSelector lets consumers fetch from their rack (KIP-392).'
  }
])
