/** A broker as the cluster advertises it. */
export interface BrokerNode {
  readonly nodeId: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
}

/** What is known of one partition. */
export interface PartitionMetadata {
  readonly partition: number
  /** Error of the last response that spoke of the partition, 0 when there was none. */
  readonly errorCode: number
  /** Node id of the leader, −1 when there is none. */
  readonly leader: number
  /** −1 when the cluster does not tell. */
  readonly leaderEpoch: number
  readonly replicas: readonly number[]
  readonly isr: readonly number[]
  readonly offlineReplicas: readonly number[]
}

/** What is known of one topic. The object is replaced, never changed, when something of it changes. */
export interface TopicMetadata {
  readonly topic: string
  /** `zeroUuid` when the cluster has no topic ids. */
  readonly topicId: string
  readonly isInternal: boolean
  /** Error of the last response that spoke of the topic (or should have), 0 when there was none. Partitions known before stay. */
  readonly errorCode: number
  /** Index = partition id, without holes. Empty when nothing is known yet. */
  readonly partitions: readonly PartitionMetadata[]
}
