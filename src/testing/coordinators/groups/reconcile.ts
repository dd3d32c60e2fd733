import type { ConsumerMember, MemberState, OwnedPartitions, PartitionsByTopic, TopicPartitionList } from './consumer-member'

/** What a member is to be brought to, and what stands in the way. */
export interface ReconcileInput {
  readonly target: PartitionsByTopic
  readonly targetEpoch: number
  /** Ids of the topics that the member subscribes to now. */
  readonly subscribedTopicIds: ReadonlySet<string>
  readonly hasSubscriptionChanged: boolean
  /** What the member says it owns; null when it does not say. */
  readonly owned: readonly TopicPartitionList[] | null
  /** Whether some member has the partition, or is about to give it up. */
  readonly isHeld: (topicId: string, partition: number) => boolean
}

/** The member's next step towards the target: give partitions up first, then take what is free (KIP-848, reconciliation). */
export function reconcile(member: ConsumerMember, input: ReconcileInput): ConsumerMember {
  const { memberEpoch, state } = member
  const mustWait =
    state === 'UnrevokedPartitions'
      ? stillOwns(input.owned, member.pendingRevocation)
      : state === 'Stable' && memberEpoch === input.targetEpoch
  if (!mustWait) return nextAssignment(member, input)
  return input.hasSubscriptionChanged ? dropUnsubscribed(member, input) : member
}

/** Whether the member does, or may, still own any of the partitions. */
function stillOwns(owned: readonly TopicPartitionList[] | null, partitions: OwnedPartitions): boolean {
  if (owned === null) return true
  return owned.some(({ topicId, partitions: list }) => list.some(partition => partitions.get(topicId)?.has(partition) === true))
}

function nextAssignment(member: ConsumerMember, input: ReconcileInput): ConsumerMember {
  const { target, targetEpoch, subscribedTopicIds, owned, isHeld } = input
  const kept = new Map<string, Map<number, number>>()
  const toRevoke = new Map<string, Map<number, number>>()
  const toAdd: [topicId: string, partition: number][] = []
  let isWaiting = false
  for (const topicId of new Set([...target.keys(), ...member.assigned.keys()])) {
    const wanted = subscribedTopicIds.has(topicId) ? target.get(topicId) : undefined
    const current = member.assigned.get(topicId)
    for (const [partition, epoch] of current ?? []) put(wanted?.has(partition) === true ? kept : toRevoke, topicId, partition, epoch)
    for (const partition of wanted ?? []) {
      if (current?.has(partition) === true) continue
      // What it was about to give up it may keep without asking: nobody else has had it in between.
      const isOwn = member.pendingRevocation.get(topicId)?.has(partition) === true
      if (!isOwn && isHeld(topicId, partition)) isWaiting = true
      else toAdd.push([topicId, partition])
    }
  }
  if (toRevoke.size > 0 && stillOwns(owned, toRevoke)) {
    return moved(member, 'UnrevokedPartitions', member.memberEpoch, kept, toRevoke)
  }
  for (const [topicId, partition] of toAdd) put(kept, topicId, partition, targetEpoch)
  return moved(member, isWaiting ? 'UnreleasedPartitions' : 'Stable', targetEpoch, kept, new Map())
}

/** The subscription lost topics: their partitions go at once, without waiting for the next target. */
function dropUnsubscribed(member: ConsumerMember, { subscribedTopicIds, owned }: ReconcileInput): ConsumerMember {
  const kept = new Map([...member.assigned].filter(([topicId]) => subscribedTopicIds.has(topicId)))
  if (kept.size === member.assigned.size) return member
  const toRevoke = new Map<string, Map<number, number>>()
  for (const source of [member.pendingRevocation, member.assigned]) {
    for (const [topicId, partitions] of source) {
      if (kept.has(topicId) && source === member.assigned) continue
      for (const [partition, epoch] of partitions) put(toRevoke, topicId, partition, epoch)
    }
  }
  if (stillOwns(owned, toRevoke)) return moved(member, 'UnrevokedPartitions', member.memberEpoch, kept, toRevoke)
  return moved(member, member.state, member.memberEpoch, kept, member.pendingRevocation)
}

function moved(
  member: ConsumerMember,
  state: MemberState,
  memberEpoch: number,
  assigned: OwnedPartitions,
  pendingRevocation: OwnedPartitions
): ConsumerMember {
  return { ...member, state, memberEpoch, previousMemberEpoch: member.memberEpoch, assigned, pendingRevocation }
}

function put(topics: Map<string, Map<number, number>>, topicId: string, partition: number, epoch: number): void {
  const partitions = topics.get(topicId)
  if (partitions === undefined) topics.set(topicId, new Map([[partition, epoch]]))
  else partitions.set(partition, epoch)
}
