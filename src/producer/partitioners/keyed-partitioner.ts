import { randomInt } from 'node:crypto'
import type { Message } from '../../types/messages'
import type { ICustomPartitioner } from '../../types/producer'

/** A hash of a key; its low 31 bits choose the partition. */
export type KeyHash = (key: NonNullable<Message['key']>) => number

/**
 * A partitioner as KafkaJS has it: the partition that the message names, else by the hash of its key over all partitions, else
 * in turn over the partitions that have a leader. The turn of each topic begins anywhere, so that many producers that send
 * little do not all send to the same partition.
 */
export function keyedPartitioner(hash: KeyHash): ICustomPartitioner {
  return () => {
    const turns = new Map<string, number>()
    const next = (topic: string): number => {
      const turn = ((turns.get(topic) ?? firstTurn()) + 1) & 0x7fff_ffff
      turns.set(topic, turn)
      return turn
    }
    return ({ topic, partitionMetadata, message }) => {
      if (message.partition !== null && message.partition !== undefined) return message.partition
      if (message.key !== null && message.key !== undefined) return (hash(message.key) & 0x7fff_ffff) % partitionMetadata.length
      const available = partitionMetadata.filter(({ leader }) => leader >= 0)
      if (available.length === 0) return next(topic) % partitionMetadata.length
      return available[next(topic) % available.length]?.partitionId
    }
  }
}

/** Where the turn of a topic begins. */
export function firstTurn(): number {
  return randomInt(0x7fff_ffff)
}
