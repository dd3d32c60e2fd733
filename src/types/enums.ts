/*
 * KafkaJS's enumerations: plain objects at run time (no way back from number to name), enumerations to the compiler.
 * Each is a value, the type of its values (any number is let in, as TypeScript lets it into a numeric enum), and a
 * namespace that makes `CompressionTypes.GZIP` a type, too.
 */

/** How much is logged: everything up to this level. */
export const logLevel = { NOTHING: 0, ERROR: 1, WARN: 2, INFO: 4, DEBUG: 5 } as const
export type logLevel = Values<typeof logLevel>
export declare namespace logLevel {
  type NOTHING = 0
  type ERROR = 1
  type WARN = 2
  type INFO = 4
  type DEBUG = 5
}

/** Codec of a batch of records, numbered as in its attributes. */
export const CompressionTypes = { None: 0, GZIP: 1, Snappy: 2, LZ4: 3, ZSTD: 4 } as const
export type CompressionTypes = Values<typeof CompressionTypes>
export declare namespace CompressionTypes {
  type None = 0
  type GZIP = 1
  type Snappy = 2
  type LZ4 = 3
  type ZSTD = 4
}

/** What a configuration belongs to. */
export const ConfigResourceTypes = { UNKNOWN: 0, TOPIC: 2, BROKER: 4, BROKER_LOGGER: 8 } as const
export type ConfigResourceTypes = Values<typeof ConfigResourceTypes>
export declare namespace ConfigResourceTypes {
  type UNKNOWN = 0
  type TOPIC = 2
  type BROKER = 4
  type BROKER_LOGGER = 8
}

/** Where the value of a configuration entry comes from. */
export const ConfigSource = {
  UNKNOWN: 0,
  TOPIC_CONFIG: 1,
  DYNAMIC_BROKER_CONFIG: 2,
  DYNAMIC_DEFAULT_BROKER_CONFIG: 3,
  STATIC_BROKER_CONFIG: 4,
  DEFAULT_CONFIG: 5,
  DYNAMIC_BROKER_LOGGER_CONFIG: 6
} as const
export type ConfigSource = Values<typeof ConfigSource>
export declare namespace ConfigSource {
  type UNKNOWN = 0
  type TOPIC_CONFIG = 1
  type DYNAMIC_BROKER_CONFIG = 2
  type DYNAMIC_DEFAULT_BROKER_CONFIG = 3
  type STATIC_BROKER_CONFIG = 4
  type DEFAULT_CONFIG = 5
  type DYNAMIC_BROKER_LOGGER_CONFIG = 6
}

/** What an access rule protects. */
export const AclResourceTypes = {
  UNKNOWN: 0,
  ANY: 1,
  TOPIC: 2,
  GROUP: 3,
  CLUSTER: 4,
  TRANSACTIONAL_ID: 5,
  DELEGATION_TOKEN: 6
} as const
export type AclResourceTypes = Values<typeof AclResourceTypes>
export declare namespace AclResourceTypes {
  type UNKNOWN = 0
  type ANY = 1
  type TOPIC = 2
  type GROUP = 3
  type CLUSTER = 4
  type TRANSACTIONAL_ID = 5
  type DELEGATION_TOKEN = 6
}

/** What an access rule is about doing. */
export const AclOperationTypes = {
  UNKNOWN: 0,
  ANY: 1,
  ALL: 2,
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12
} as const
export type AclOperationTypes = Values<typeof AclOperationTypes>
export declare namespace AclOperationTypes {
  type UNKNOWN = 0
  type ANY = 1
  type ALL = 2
  type READ = 3
  type WRITE = 4
  type CREATE = 5
  type DELETE = 6
  type ALTER = 7
  type DESCRIBE = 8
  type CLUSTER_ACTION = 9
  type DESCRIBE_CONFIGS = 10
  type ALTER_CONFIGS = 11
  type IDEMPOTENT_WRITE = 12
}

/** Whether an access rule grants or refuses. */
export const AclPermissionTypes = { UNKNOWN: 0, ANY: 1, DENY: 2, ALLOW: 3 } as const
export type AclPermissionTypes = Values<typeof AclPermissionTypes>
export declare namespace AclPermissionTypes {
  type UNKNOWN = 0
  type ANY = 1
  type DENY = 2
  type ALLOW = 3
}

/** How the resource name of an access rule is meant. */
export const ResourcePatternTypes = { UNKNOWN: 0, ANY: 1, MATCH: 2, LITERAL: 3, PREFIXED: 4 } as const
export type ResourcePatternTypes = Values<typeof ResourcePatternTypes>
export declare namespace ResourcePatternTypes {
  type UNKNOWN = 0
  type ANY = 1
  type MATCH = 2
  type LITERAL = 3
  type PREFIXED = 4
}

type Values<T> = T[keyof T] | (number & {})
