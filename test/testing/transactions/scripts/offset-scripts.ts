import { deleteGroupsApi } from '../../../../src/protocol/generated/delete-groups'
import { describeGroupsApi } from '../../../../src/protocol/generated/describe-groups'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { offsetDeleteApi } from '../../../../src/protocol/generated/offset-delete'
import { offsetFetchApi } from '../../../../src/protocol/generated/offset-fetch'
import { ClassicActor, gather, syncAll } from '../../groups/scripts/classic-actor'
import { ConsumerActor } from '../../groups/scripts/consumer-actor'
import type { Script, Stage } from '../../scripts/stage'
import { topicOf, TransactionActor } from './transaction-actor'

async function offsets(stage: Stage, group: string, topic: string): Promise<void> {
  const client = await stage.client('observer')
  const groups = [{ groupId: group, topics: [{ name: topic, partitionIndexes: [0, 1] }] }]
  for (const requireStable of [false, true]) {
    await stage.ask(`offsets${requireStable ? ', stable' : ''}`, client, offsetFetchApi, 8, { groups, requireStable })
  }
}

/** Resolves when the group's offsets have their marker: it is written after EndTxn is answered. */
async function stable(stage: Stage, group: string, topic: string): Promise<void> {
  const client = await stage.client('observer')
  const groups = [{ groupId: group, topics: [{ name: topic, partitionIndexes: [0, 1] }] }]
  await stage.quiet(async () => {
    for (;;) {
      const answer = await stage.ask('stable', client, offsetFetchApi, 8, { groups, requireStable: true })
      if (answer.groups[0].topics[0].partitions.every(({ errorCode }) => errorCode === 0)) return
      await stage.wait(50)
    }
  })
}

async function enter(stage: Stage): Promise<{ ann: TransactionActor; group: string; topic: string }> {
  const { name: topic } = await topicOf(stage, 2)
  const group = stage.unique('group')
  await stage.ready(group)
  const ann = await TransactionActor.enter(stage, 'ann')
  return { ann, group, topic }
}

/** Offsets in transactions. */
export const offsetScripts: Script[] = [
  {
    name: 'offsets of version 1: commit and abort',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      await ann.init()
      await ann.addOffsets(group)
      await ann.describe()
      await ann.commitOffset(group, topic, 0, 10)
      await offsets(stage, group, topic)
      await ann.end(true)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
      await ann.addOffsets(group)
      await ann.commitOffset(group, topic, 0, 20)
      await ann.commitOffset(group, topic, 1, 21)
      const partitions = [{ partitionIndex: 1, committedOffset: 5n, committedMetadata: 'by hand' }]
      const body = { groupId: group, generationIdOrMemberEpoch: -1, topics: [{ name: topic, partitions }] }
      await stage.ask('commit past it', await stage.client('hand'), offsetCommitApi, 8, body)
      await ann.end(false)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
    }
  },
  {
    name: 'offsets of version 2: added by the group coordinator',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      await ann.init()
      await ann.commitOffset(group, topic, 0, 10, 5)
      await ann.describe()
      await offsets(stage, group, topic)
      await ann.end(true, 5)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
      await ann.commitOffset(group, topic, 0, 20, 5, { producerEpoch: ann.producerEpoch - 1 })
      await ann.commitOffset(group, topic, 0, 20, 5)
      await ann.end(false, 5)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
    }
  },
  {
    name: 'what AddOffsetsToTxn and TxnOffsetCommit refuse',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      await ann.addOffsets(group)
      await ann.commitOffset(group, topic, 0, 1)
      await ann.init()
      for (let version = 0; version <= 4; version++) {
        await ann.addOffsets(group, version, { producerEpoch: 9 })
        await ann.addOffsets(group, version, { producerId: 9_000_000n })
      }
      await ann.addOffsets(group, 3, { transactionalId: '' })
      for (let version = 0; version <= 4; version++) await ann.commitOffset(group, topic, 0, 1, version)
      for (const version of [3, 4, 5]) {
        await ann.commitOffset(group, topic, 0, 1, version, { producerEpoch: 9 })
        await ann.commitOffset(group, topic, 0, 1, version, { producerId: 9_000_000n })
        await ann.commitOffset(group, topic, 0, 1, version, { transactionalId: stage.unique('stranger') })
        await ann.commitOffset(group, topic, 0, 1, version, { transactionalId: '' })
      }
      await ann.addOffsets(group)
      await ann.commitOffset('', topic, 0, 1)
      await ann.commitOffset(group, topic, 9, 1)
      await ann.commitOffset(group, stage.unique('nowhere'), 0, 1)
      await ann.commitOffset(group, topic, 0, 1, 3, { generationId: 4, memberId: 'nobody' })
      await ann.commitOffset(group, topic, 0, 1, 3, { groupInstanceId: 'nobody' })
      const long = [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: 'x'.repeat(5000) }] }]
      await ann.commitOffset(group, topic, 0, 1, 3, { topics: long })
      for (let version = 0; version <= 5; version++) await ann.commitOffset(group, topic, 0, version, version)
      await ann.end(true)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
    }
  },
  {
    name: 'offsets of a member (KIP-447)',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      const members = [await ClassicActor.enter(stage, 'bob', group)]
      await gather(members)
      await syncAll(...members)
      const [{ memberId, generationId }] = members
      await ann.init()
      await ann.addOffsets(group)
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId, generationId: generationId + 1 })
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId: 'nobody', generationId })
      await ann.commitOffset(group, topic, 0, 2, 3, { memberId, generationId })
      await ann.commitOffset(group, topic, 1, 3, 2)
      await ann.end(true)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
    }
  },
  {
    name: 'offsets of a member of the new protocol (KIP-848)',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      const bob = await ConsumerActor.enter(stage, 'bob', group)
      await stage.quiet(() => bob.join([topic]))
      await bob.settle()
      const { memberId, memberEpoch } = bob
      await ann.init()
      await ann.addOffsets(group)
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId, generationId: memberEpoch + 1 })
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId, generationId: memberEpoch - 1 })
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId: 'nobody', generationId: memberEpoch })
      await ann.commitOffset(group, topic, 0, 1, 3, { memberId: 'nobody' })
      await ann.commitOffset(group, topic, 0, 2, 3, { memberId, generationId: memberEpoch })
      await ann.commitOffset(group, topic, 1, 3, 2)
      await ann.end(true)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
    }
  },
  {
    name: 'offsets that are deleted, and groups, in the middle of a transaction',
    async play(stage) {
      const { ann, group, topic } = await enter(stage)
      const client = await stage.client('admin')
      await ann.init()
      const removeOffset = async (): Promise<void> => {
        const topics = [{ name: topic, partitions: [{ partitionIndex: 0 }] }]
        await stage.ask('delete offset', client, offsetDeleteApi, 0, { groupId: group, topics })
        await offsets(stage, group, topic)
      }
      await ann.commitOffset(group, topic, 0, 10, 5)
      await removeOffset()
      await ann.end(true, 5)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
      await ann.commitOffset(group, topic, 0, 11, 5)
      await ann.end(true, 5)
      await stable(stage, group, topic)
      await removeOffset()
      await ann.commitOffset(group, topic, 1, 20, 5)
      await stage.ask('delete group', client, deleteGroupsApi, 2, { groupsNames: [group] })
      await offsets(stage, group, topic)
      await ann.end(true, 5)
      await stable(stage, group, topic)
      await offsets(stage, group, topic)
      await stage.ask('describe group', client, describeGroupsApi, 5, { groups: [group] })
    }
  }
]
