/** One partition of a topic. */
export type PartitionMetadata = {
  /** 0 when all is well. */
  partitionErrorCode: number
  partitionId: number
  /** Broker id; -1 while there is none. */
  leader: number
  replicas: number[]
  isr: number[]
  offlineReplicas?: number[]
}

/** A topic with its partitions. */
export interface ITopicMetadata {
  name: string
  partitions: PartitionMetadata[]
}

/** Which brokers hold a partition; the first is the preferred leader. */
export interface ReplicaAssignment {
  partition: number
  replicas: Array<number>
}

/** One entry of a configuration. */
export interface IResourceConfigEntry {
  name: string
  value: string
}

/** A topic to be made. */
export interface ITopicConfig {
  topic: string
  /** Default -1: the broker's own default. */
  numPartitions?: number
  /** Default -1: the broker's own default. */
  replicationFactor?: number
  /** In place of the two numbers. */
  replicaAssignment?: ReplicaAssignment[]
  configEntries?: IResourceConfigEntry[]
}
