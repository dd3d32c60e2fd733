import type { SecureContextOptions } from 'node:tls'
import type { Clock } from '../utils/clock'
import type { Release } from './profiles'

/** A topic that is there from the start. */
export interface TopicOptions {
  /** Name, 1 to 249 characters of `[a-zA-Z0-9._-]`. */
  topic: string
  /** Default 1. */
  numPartitions?: number
  /** Default: 3, or the number of brokers when that is lower. */
  replicationFactor?: number
  /** Node ids per partition, the preferred leader first; instead of the two numbers above. */
  replicaAssignment?: number[][]
  /** Topic configs by Kafka's names, e.g. `{ 'cleanup.policy': 'compact' }`. */
  configs?: Record<string, string>
}

/** How clients prove who they are on a SASL listener. */
export interface SaslListenerOptions {
  /** Offered mechanisms; default: those that the options below make possible. */
  mechanisms?: ('PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER')[]
  /** Password by user name, for PLAIN and both SCRAMs. */
  users?: Record<string, string>
  /** Checks an OAUTHBEARER token; resolves to its principal and remaining lifetime in ms, or rejects. */
  validateToken?: (token: string) => Promise<{ principal: string; lifetimeMs?: number }>
}

/** One listener, on every broker. */
export interface ListenerOptions {
  /** Default: the protocol. */
  name?: string
  /** Default PLAINTEXT. */
  protocol?: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  /** Port of the first broker, the next broker takes the next one; 0, the default, takes free ports. */
  port?: number
  /** Key and certificate of an SSL listener, and whether clients need one of their own. */
  tls?: SecureContextOptions & { requestCert?: boolean; rejectUnauthorized?: boolean }
  /** Needed for SASL_PLAINTEXT and SASL_SSL. */
  sasl?: SaslListenerOptions
}

/** What `EmbeddedKafka.start` takes. */
export interface EmbeddedKafkaOptions {
  /** Number of brokers; default 1. Their node ids are 1, 2, 3, … */
  brokers?: number
  /** Topics that are there when `start` resolves. */
  topics?: TopicOptions[]
  /** The Kafka release to pose as; default the newest. Trims the advertised API ranges and features. */
  asVersion?: Release
  /** Default: one PLAINTEXT listener on free ports. Clients are sent to the listener that they came in by. */
  listeners?: ListenerOptions[]
  /** Whether a Metadata request that allows it makes a missing topic; default true (`auto.create.topics.enable`). */
  autoCreateTopics?: boolean
  /** Broker configs by Kafka's names, e.g. `{ 'message.max.bytes': '2000000', 'group.min.session.timeout.ms': '100' }`. */
  configs?: Record<string, string>
  /** Rack per broker, in the order of their ids (`broker.rack`). */
  racks?: (string | null)[]
  /** Connections inside the process instead of sockets: connect with `socketFactory: kafka.socketFactory`. Default false. */
  memory?: boolean
  /** Time for everything that waits or expires; default the process's own clock. */
  clock?: Clock
  /** Default: a new one for each start. */
  clusterId?: string
}
