import {
  decodeConsumerProtocolAssignment,
  encodeConsumerProtocolAssignment
} from '../../../protocol/generated/consumer-protocol-assignment'
import {
  decodeConsumerProtocolSubscription,
  type ConsumerProtocolSubscription
} from '../../../protocol/generated/consumer-protocol-subscription'
import { Reader } from '../../../protocol/reader'
import { Writer } from '../../../protocol/writer'

/** Protocol type of consumers, whose metadata and assignments the broker can read. */
export const consumerProtocolType = 'consumer'

const newestSubscription = 3
const newestAssignment = 3

/** Reads a consumer's subscription; undefined when the bytes are none. */
export function readSubscription(metadata: Buffer): (ConsumerProtocolSubscription & { readonly version: number }) | undefined {
  try {
    const reader = new Reader(metadata)
    const version = reader.int16()
    if (version < 0) return undefined
    return { ...decodeConsumerProtocolSubscription(reader, Math.min(version, newestSubscription)), version }
  } catch {
    return undefined
  }
}

/** Reads a consumer's assignment: partitions by topic name, none where there are no bytes; undefined when they are no assignment. */
export function readAssignment(assignment: Buffer): Map<string, readonly number[]> | undefined {
  if (assignment.length === 0) return new Map()
  try {
    const reader = new Reader(assignment)
    const version = reader.int16()
    if (version < 0) return undefined
    const { assignedPartitions } = decodeConsumerProtocolAssignment(reader, Math.min(version, newestAssignment))
    return new Map(assignedPartitions.map(({ topic, partitions }) => [topic, partitions]))
  } catch {
    return undefined
  }
}

/** Writes an assignment in a version that the member reads. */
export function writeAssignment(partitions: ReadonlyMap<string, readonly number[]>, version: number): Buffer {
  const writer = new Writer()
  writer.int16(version)
  const assignedPartitions = [...partitions].map(([topic, list]) => ({ topic, partitions: [...list] }))
  encodeConsumerProtocolAssignment(writer, { assignedPartitions }, version)
  return Buffer.concat(writer.chunks())
}
