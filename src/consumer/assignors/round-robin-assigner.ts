import type { PartitionAssigner } from '../../types/assigner'
import { AssignerProtocol } from './assigner-protocol'
import { assignRoundRobin, type MemberSubscription } from './round-robin'

/** As on the wire; KafkaJS's members advertise this name, and a group needs one that all its members share. */
const name = 'RoundRobinAssigner'
/** KafkaJS's; brokers that inspect the bytes (MSK Serverless) take no other. */
const version = 0

/**
 * KafkaJS's default assigner. Wire name and bytes are KafkaJS's, so that members of both libraries share a group whoever
 * leads it; unlike KafkaJS's it gives partitions of a topic only to members that subscribe to the topic, and looks at the
 * topics of all members, not only at the leader's own.
 */
export const roundRobin: PartitionAssigner = ({ cluster }) => ({
  name,
  version,

  protocol: ({ topics }) => ({ name, metadata: AssignerProtocol.MemberMetadata.encode({ version, topics }) }),

  assign: async ({ members }) => {
    const subscriptions = members.map(({ memberId, memberMetadata }): MemberSubscription => {
      const { topics } = AssignerProtocol.MemberMetadata.decode(memberMetadata)
      return { memberId, topics }
    })
    const topics = new Set(subscriptions.flatMap(({ topics }) => topics))
    const partitions = new Map(
      [...topics].map(topic => [topic, cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId)])
    )
    return [...assignRoundRobin(subscriptions, partitions)].map(([memberId, assignment]) => ({
      memberId,
      memberAssignment: AssignerProtocol.MemberAssignment.encode({ version, assignment })
    }))
  }
})
