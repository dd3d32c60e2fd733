import { decodeConsumerProtocolAssignment, encodeConsumerProtocolAssignment } from '../../protocol/generated/consumer-protocol-assignment'
import {
  decodeConsumerProtocolSubscription,
  encodeConsumerProtocolSubscription
} from '../../protocol/generated/consumer-protocol-subscription'
import { Reader } from '../../protocol/reader'
import { Writer } from '../../protocol/writer'
import type { MemberAssignment, MemberMetadata } from '../../types/assigner'

/** Newer versions only add fields at the end, so that they are read as the newest one known. */
const newestVersion = 3
const none = Buffer.alloc(0)

/**
 * Bytes that members of a consumer group exchange by way of the coordinator, as KafkaJS's export of this name: custom
 * assigners write them, and users of `describeGroup` read them.
 */
export const AssignerProtocol = {
  MemberMetadata: {
    encode({
      version,
      topics,
      userData = none
    }: {
      version: number
      topics: readonly string[]
      userData?: Uint8Array | undefined
    }): Buffer {
      const writer = new Writer(64)
      writer.int16(version)
      encodeConsumerProtocolSubscription(writer, { topics, userData }, version)
      return writer.toBuffer()
    },

    /** @throws KafkaDecodeError when the bytes are not those of a subscription */
    decode(buffer: Buffer): MemberMetadata {
      const reader = new Reader(buffer)
      const version = reader.int16()
      const { topics, userData } = decodeConsumerProtocolSubscription(reader, readableVersion(version))
      return { version, topics, userData: userData ?? none }
    }
  },

  MemberAssignment: {
    encode({
      version,
      assignment,
      userData = none
    }: {
      version: number
      assignment: { readonly [topic: string]: readonly number[] }
      userData?: Uint8Array | undefined
    }): Buffer {
      const assignedPartitions = Object.keys(assignment).map(topic => ({ topic, partitions: assignment[topic] }))
      const writer = new Writer(64)
      writer.int16(version)
      encodeConsumerProtocolAssignment(writer, { assignedPartitions, userData }, version)
      return writer.toBuffer()
    },

    /**
     * @returns null for no bytes at all, which is what a member without partitions gets from many leaders
     * @throws KafkaDecodeError when the bytes are not those of an assignment
     */
    decode(buffer: Buffer): MemberAssignment | null {
      const reader = new Reader(buffer)
      if (reader.remaining < 2) return null
      const version = reader.int16()
      const { assignedPartitions, userData } = decodeConsumerProtocolAssignment(reader, readableVersion(version))
      const assignment = Object.create(null) as MemberAssignment['assignment']
      for (const { topic, partitions } of assignedPartitions) assignment[topic] = [...(assignment[topic] ?? []), ...partitions]
      return { version, assignment, userData: userData ?? none }
    }
  }
}

function readableVersion(version: number): number {
  return Math.max(0, Math.min(version, newestVersion))
}
