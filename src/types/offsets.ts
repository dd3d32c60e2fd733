export interface PartitionOffset {
  partition: number
  /** Decimal. */
  offset: string
}

export type SeekEntry = PartitionOffset

export interface TopicOffsets {
  topic: string
  partitions: PartitionOffset[]
}

export interface Offsets {
  topics: TopicOffsets[]
}

export interface OffsetsByTopicPartition {
  topics: TopicOffsets[]
}

export type TopicPartition = {
  topic: string
  partition: number
}

export type TopicPartitions = {
  topic: string
  partitions: number[]
}

export type TopicPartitionOffset = TopicPartition & {
  /** Decimal. */
  offset: string
}

export type TopicPartitionOffsetAndMetadata = TopicPartitionOffset & {
  /** Free text kept with a committed offset. */
  metadata?: string | null
}
