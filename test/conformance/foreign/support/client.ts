/** A record to write; keys, values and header values are text, null is none. */
export interface GivenRecord {
  readonly partition: number
  /** Milliseconds since 1970. */
  readonly timestamp: string
  readonly key: string | null
  readonly value: string | null
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** A record as a client reads it. */
export interface ReadRecord extends GivenRecord {
  readonly offset: string
}

/** What a member of a group has now, and all values that it has read. */
export interface MemberState {
  readonly partitions: number[]
  readonly values: string[]
}

/** A member of a group that reads a topic from its beginning. */
export interface Member {
  readonly name: string
  state(): Promise<MemberState>
  /** Leaves the group and ends. */
  leave(): Promise<void>
}

/** A Kafka client, whoever wrote it, connected with one cluster. */
export interface Client {
  readonly name: string
  /** Sends and waits for what the brokers say; configs are the client's own. Gives where each record lies. */
  produce(
    topic: string,
    records: readonly GivenRecord[],
    options?: { config?: object; transaction?: 'commit' | 'abort' }
  ): Promise<{ partition: number; offset: string }[]>
  /** Everything in a topic; with `committed` without aborted transactions. */
  consume(topic: string, options?: { committed?: boolean; config?: object }): Promise<ReadRecord[]>
  join(group: string, topic: string, member: string, config?: object): Promise<Member>
}
