import type { TopicMetadata } from '../../cluster/partition-metadata'
import type { Message } from '../../types/messages'
import type { ICustomPartitioner } from '../../types/producer'
import type { PartitionMetadata } from '../../types/topics'
import { firstTurn, type KeyHash } from './keyed-partitioner'
import { legacyMurmur2 } from './legacy-murmur2'
import { murmur2 } from './murmur2'
import { DefaultPartitioner, LegacyPartitioner } from './partitioners'

/** Chooses the partitions of the messages of one call; each message is asked about once, whatever becomes of it afterwards. */
export interface RecordPartitioner {
  /**
   * Writes the partition of each message into `partitions`, from index 0 on. What is written may be no partition of the topic: the
   * caller checks.
   * @throws what a partitioner of the application throws
   */
  assign(topic: TopicMetadata, messages: readonly Message[], partitions: Float64Array): void
}

/** The partitioner for `createPartitioner`: those that come with the client without the detour over objects of KafkaJS's shape. */
export function recordPartitioner(createPartitioner: ICustomPartitioner): RecordPartitioner {
  if (createPartitioner === DefaultPartitioner) return new HashingPartitioner(murmur2)
  if (createPartitioner === LegacyPartitioner) return new HashingPartitioner(legacyMurmur2)
  return new CustomPartitioner(createPartitioner)
}

/** What a topic without keys needs: whose turn it is. */
interface Turn {
  next: number
  /** Of which `available` was made; metadata are replaced, not changed. */
  metadata: TopicMetadata | undefined
  available: readonly number[]
}

class HashingPartitioner implements RecordPartitioner {
  private readonly turns = new Map<string, Turn>()

  constructor(private readonly hash: KeyHash) {}

  assign(topic: TopicMetadata, messages: readonly Message[], partitions: Float64Array): void {
    const { length } = topic.partitions
    let turn: Turn | undefined
    for (let i = 0; i < messages.length; i++) {
      const { key, partition } = messages[i]
      if (partition !== undefined && partition !== null) partitions[i] = toNumber(partition)
      else if (key !== undefined && key !== null) partitions[i] = (this.hash(key) & 0x7fff_ffff) % length
      else {
        turn ??= this.turnOf(topic)
        const { available } = turn
        turn.next = (turn.next + 1) & 0x7fff_ffff
        partitions[i] = available[turn.next % available.length]
      }
    }
  }

  private turnOf(metadata: TopicMetadata): Turn {
    let turn = this.turns.get(metadata.topic)
    if (turn === undefined) {
      turn = { next: firstTurn(), metadata: undefined, available: [] }
      this.turns.set(metadata.topic, turn)
    }
    if (turn.metadata !== metadata) {
      turn.metadata = metadata
      const led = metadata.partitions.filter(({ leader }) => leader >= 0)
      turn.available = (led.length > 0 ? led : metadata.partitions).map(({ partition }) => partition)
    }
    return turn
  }
}

class CustomPartitioner implements RecordPartitioner {
  private readonly partition: ReturnType<ICustomPartitioner>
  private readonly shapes = new WeakMap<TopicMetadata, PartitionMetadata[]>()

  constructor(createPartitioner: ICustomPartitioner) {
    this.partition = createPartitioner()
  }

  assign(metadata: TopicMetadata, messages: readonly Message[], partitions: Float64Array): void {
    const { topic } = metadata
    const partitionMetadata = this.shapeOf(metadata)
    for (let i = 0; i < messages.length; i++) {
      const message = messages[i]
      partitions[i] = toNumber(message.partition ?? this.partition({ topic, partitionMetadata, message }))
    }
  }

  private shapeOf(metadata: TopicMetadata): PartitionMetadata[] {
    let shape = this.shapes.get(metadata)
    if (shape === undefined) {
      shape = metadata.partitions.map(({ partition, errorCode, leader, replicas, isr, offlineReplicas }) => ({
        partitionErrorCode: errorCode,
        partitionId: partition,
        leader,
        replicas: [...replicas],
        isr: [...isr],
        offlineReplicas: [...offlineReplicas]
      }))
      this.shapes.set(metadata, shape)
    }
    return shape
  }
}

/** Applications without types may give the number as text. */
function toNumber(partition: unknown): number {
  return typeof partition === 'number' ? partition : Number(partition)
}
