import type { Cluster } from '../../cluster/cluster'
import type { MetadataCache } from '../../cluster/metadata-cache'
import { KafkaJSNonRetriableError } from '../../errors/kafkajs-error'
import type { JoinGroupResponse } from '../../protocol/generated/join-group-response'
import type { Assigner, Cluster as AssignerCluster, GroupMemberAssignment } from '../../types/assigner'
import type { Logger } from '../../types/logger'
import { AssignerProtocol } from '../assignors/assigner-protocol'

/** The view of the cluster that assigners get. */
export function assignerCluster(metadata: MetadataCache): AssignerCluster {
  return {
    findTopicPartitionMetadata: topic =>
      (metadata.topic(topic)?.partitions ?? []).map(({ partition, errorCode, leader, replicas, isr, offlineReplicas }) => ({
        partitionErrorCode: errorCode,
        partitionId: partition,
        leader,
        replicas: [...replicas],
        isr: [...isr],
        offlineReplicas: [...offlineReplicas]
      }))
  }
}

/**
 * The work of a group's leader: to share the partitions out, and to notice when there are others to share. Members may want topics
 * that the leader itself does not, so it looks at the metadata of all of them.
 */
export class GroupLeader {
  /** Number of partitions by topic when they were last shared out; undefined when this member does not lead. */
  private shared: Map<string, number> | undefined

  constructor(
    private readonly cluster: Cluster,
    private readonly assigners: readonly Assigner[],
    private readonly logger: Logger
  ) {}

  /** @throws KafkaJSNonRetriableError when the group has chosen an assigner that this member did not offer */
  async assign({ protocolName, members }: JoinGroupResponse, ownTopics: readonly string[]): Promise<GroupMemberAssignment[]> {
    const assigner = this.assigners.find(({ name }) => name === protocolName)
    if (assigner === undefined)
      throw new KafkaJSNonRetriableError(`The group chose the assigner "${protocolName}", which this member did not offer`)
    const topics = new Set(ownTopics)
    for (const { metadata } of members) for (const topic of this.topicsOf(metadata)) topics.add(topic)
    await this.learn([...topics])
    this.shared = this.count(topics)
    return assigner.assign({
      members: members.map(({ memberId, metadata }) => ({ memberId, memberMetadata: metadata })),
      topics: [...topics]
    })
  }

  /** Another member leads now. */
  resign(): void {
    this.shared = undefined
  }

  /** Whether topics have other numbers of partitions than when they were shared out. */
  hasNews(): boolean {
    if (this.shared === undefined) return false
    const now = this.count(this.shared.keys())
    return [...this.shared].some(([topic, count]) => (now.get(topic) ?? 0) > count)
  }

  private count(topics: Iterable<string>): Map<string, number> {
    return new Map([...topics].map(topic => [topic, this.cluster.metadata.topic(topic)?.partitions.length ?? 0]))
  }

  /** Metadata of all topics; those that cannot be had are left for the next time. */
  private async learn(topics: readonly string[]): Promise<void> {
    this.cluster.trackTopics(topics)
    const missing = topics.filter(topic => (this.cluster.metadata.topic(topic)?.partitions.length ?? 0) === 0)
    if (missing.length === 0) return
    try {
      await this.cluster.requestMetadataUpdate()
    } catch (error) {
      this.logger.warn('The group is assigned without fresh metadata', { topics: missing, error: (error as Error).message })
    }
  }

  /** A member whose metadata cannot be read still gets its place; the assigner says what becomes of it. */
  private topicsOf(metadata: Buffer): string[] {
    try {
      return AssignerProtocol.MemberMetadata.decode(metadata).topics
    } catch (error) {
      this.logger.warn('Cannot read what a member of the group subscribes to', { error: (error as Error).message })
      return []
    }
  }
}
