import type { SupervisorClient } from './supervisor-client'

/** A record as Java's producer takes it. `undefined` leaves the choice to Java. */
export interface JavaRecordInput {
  partition?: number
  timestamp?: string
  key?: Buffer | null
  value?: Buffer | null
  headers?: readonly (readonly [name: string, value: Buffer | null])[]
}

/** A record as Java's consumer gives it. */
export interface JavaRecord {
  partition: number
  offset: string
  timestamp: string
  timestampType: 'CreateTime' | 'LogAppendTime' | 'NoTimestampType'
  leaderEpoch: number | null
  key: Buffer | null
  value: Buffer | null
  headers: [name: string, value: Buffer | null][]
}

export interface JavaProduced {
  partition: number
  offset: string
  timestamp: string
}

/** A record batch as it lies in a broker's log. */
export interface JavaBatch {
  baseOffset: string
  lastOffset: string
  magic: number
  compression: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd'
  recordCount: number | null
  sizeInBytes: number
  producerId: string
  producerEpoch: number
  baseSequence: number
  transactional: boolean
  control: boolean
  valid: boolean
}

export interface JavaTopic {
  topic: string
  topicId: string
  internal: boolean
  partitions: { partition: number; leader: number; replicas: number[]; isr: number[] }[]
}

export interface JavaGroup {
  groupId: string
  /** 'Stable', 'PreparingRebalance', 'CompletingRebalance', 'Empty', 'Dead', ... */
  state: string
  type: string
  assignor: string
  coordinator: number
  members: { memberId: string; groupInstanceId: string | null; clientId: string; assignment: Record<string, number[]> }[]
}

/**
 * Kafka's Java clients (4.3.1) as peer and as independent witness, in a JVM that lives as long as the cluster. Configs are the Java
 * clients' (`compression.type`, `acks`, `isolation.level`, `transactional.id`, ...). Errors have Java's simple class name as `name`.
 */
export class JavaPeer {
  constructor(
    private readonly supervisor: SupervisorClient,
    private readonly bootstrap: string
  ) {}

  /** Any command of test/java/tools by name. */
  call<T>(command: string, parameters: object = {}): Promise<T> {
    return this.supervisor.call('peer', { call: { bootstrap: this.bootstrap, ...parameters, command } })
  }

  async createTopic(
    topic: string,
    options: { partitions?: number; replicationFactor?: number; assignments?: number[][]; config?: Record<string, string> } = {}
  ): Promise<void> {
    await this.call('createTopic', { topic, partitions: 1, replicationFactor: 1, ...options })
  }

  async deleteTopic(topic: string): Promise<void> {
    await this.call('deleteTopic', { topic })
  }

  async createPartitions(topic: string, partitions: number): Promise<void> {
    await this.call('createPartitions', { topic, partitions })
  }

  listTopics(): Promise<string[]> {
    return this.call('listTopics')
  }

  describeTopic(topic: string): Promise<JavaTopic> {
    return this.call('describeTopic', { topic })
  }

  describeCluster(): Promise<{ clusterId: string; controller: number; nodes: { nodeId: number; host: string; port: number }[] }> {
    return this.call('describeCluster')
  }

  /** Offset by partition: the first, the next to be written, or the first at or after a time (−1: none). */
  async offsets(topic: string, at: 'earliest' | 'latest' | number = 'latest'): Promise<string[]> {
    return Object.values(await this.call<Record<string, string>>('offsets', { topic, at: String(at) }))
  }

  /** The next offset to be written, by partition. */
  endOffsets(topic: string): Promise<string[]> {
    return this.offsets(topic, 'latest')
  }

  listGroups(): Promise<{ groupId: string; state: string }[]> {
    return this.call('listGroups')
  }

  describeGroup(groupId: string): Promise<JavaGroup> {
    return this.call('describeGroup', { groupId })
  }

  /** Committed offsets: topic, then partition. */
  groupOffsets(groupId: string): Promise<Record<string, Record<string, { offset: string; metadata: string }>>> {
    return this.call('groupOffsets', { groupId })
  }

  async deleteGroup(groupId: string): Promise<void> {
    await this.call('deleteGroup', { groupId })
  }

  /** Sets configs, or with null takes them back to the default. */
  async alterConfig(type: 'TOPIC' | 'BROKER' | 'GROUP', name: string, config: Record<string, string | null>): Promise<void> {
    await this.call('alterConfig', { type, name, config })
  }

  describeConfig(type: 'TOPIC' | 'BROKER' | 'GROUP', name: string): Promise<Record<string, string>> {
    return this.call('describeConfig', { type, name })
  }

  async createScramUser(user: string, password: string, mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512', iterations = 4096): Promise<void> {
    await this.call('createScramUser', { user, password, mechanism, iterations })
  }

  /** Client quota, e.g. `{ producer_byte_rate: 1024 }`; null removes one. */
  async setQuota(clientId: string, quota: Record<string, number | null>): Promise<void> {
    await this.call('setQuota', { clientId, quota })
  }

  /** Asks for a partition to be moved to these nodes, the first of which is its preferred leader. */
  async reassign(topic: string, partition: number, replicas: number[]): Promise<void> {
    await this.call('reassign', { topic, partition, replicas })
  }

  async electPreferredLeader(topic: string, partition: number): Promise<void> {
    await this.call('electPreferredLeader', { topic, partition })
  }

  /** Sends with Java's producer; results in the order of the records. With `transaction` the config needs a `transactional.id`. */
  produce(
    topic: string,
    records: readonly JavaRecordInput[],
    options: { config?: Record<string, string>; transaction?: 'commit' | 'abort' } = {}
  ): Promise<JavaProduced[]> {
    const encoded = records.map(({ key, value, headers, ...rest }) => ({
      ...rest,
      key: base64(key),
      value: base64(value),
      headers: headers?.map(([name, header]) => [name, base64(header)])
    }))
    return this.call('produce', { topic, records: encoded, ...options })
  }

  /** Everything in a topic up to its end at the time of the call, by partition and offset. */
  async consume(topic: string, options: { partitions?: number[]; config?: Record<string, string> } = {}): Promise<JavaRecord[]> {
    interface Encoded extends Omit<JavaRecord, 'key' | 'value' | 'headers'> {
      key: string | null
      value: string | null
      headers: [string, string | null][]
    }
    const records = await this.call<Encoded[]>('consume', { topic, ...options })
    return records.map(({ key, value, headers, ...rest }) => ({
      ...rest,
      key: buffer(key),
      value: buffer(value),
      headers: headers.map(([name, header]) => [name, buffer(header)])
    }))
  }

  /** As `consume`, for large logs: partition, offset and value (UTF-8) alone. */
  consumeValues(
    topic: string,
    options: { partitions?: number[]; config?: Record<string, string>; deadlineMs?: number } = {}
  ): Promise<[partition: number, offset: string, value: string | null][]> {
    return this.call('consume', { topic, ...options, values: 'only' })
  }

  /** Where Java's default partitioner puts each key. */
  partitionsOf(keys: readonly Buffer[], partitionCount: number): Promise<number[]> {
    return this.call('partitionsOf', { keys: keys.map(base64), partitionCount })
  }

  /** The batches in a partition's folder of a broker. */
  batches(folder: string): Promise<JavaBatch[]> {
    return this.call('batches', { folder })
  }
}

function base64(bytes: Buffer | null | undefined): string | null {
  return bytes?.toString('base64') ?? null
}

function buffer(encoded: string | null): Buffer | null {
  return encoded === null ? null : Buffer.from(encoded, 'base64')
}
