import type { Logger } from './logger'
import type { PartitionMetadata } from './topics'

/** Makes an assigner for one consumer. */
export type PartitionAssigner = (config: { cluster: Cluster; groupId: string; logger: Logger }) => Assigner

/** The part of a cluster that assigners use. */
export type Cluster = {
  /** The partitions of a topic as last fetched; empty when the topic is not known. */
  findTopicPartitionMetadata(topic: string): PartitionMetadata[]
}

/** Partitions by topic. */
export type Assignment = { [topic: string]: number[] }

/** A member as the leader sees it; the buffer is what its own `protocol` made. */
export type GroupMember = { memberId: string; memberMetadata: Buffer }

/** What a member is told; the buffer is an encoded `MemberAssignment`. */
export type GroupMemberAssignment = { memberId: string; memberAssignment: Buffer }

/** Name and metadata with which a member offers an assigner to its group. */
export type GroupState = { name: string; metadata: Buffer }

/** Divides the partitions of a group among its members; the group's leader runs it. */
export type Assigner = {
  name: string
  version: number
  assign(group: { members: GroupMember[]; topics: string[] }): Promise<GroupMemberAssignment[]>
  protocol(subscription: { topics: string[] }): GroupState
}

/** Encodes and decodes one of the structures that group members exchange. */
export interface ISerializer<T> {
  encode(value: T): Buffer
  decode(buffer: Buffer): T | null
}

/** What a member tells its group's leader. */
export type MemberMetadata = {
  version: number
  topics: string[]
  userData: Buffer
}

/** What a member is told. */
export type MemberAssignment = {
  version: number
  assignment: Assignment
  userData: Buffer
}
