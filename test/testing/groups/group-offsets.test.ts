import { errorCodes } from '../../../src/errors/error-table'
import { offsetFetchApi } from '../../../src/protocol/generated/offset-fetch'
import { GroupOffsets, type CommittedOffset } from '../../../src/testing/coordinators/groups/group-offsets'
import { EmbeddedBackend } from '../scripts/embedded-backend'

function at(offset: number): CommittedOffset {
  return { offset, leaderEpoch: -1, metadata: '', committedAt: 0 }
}

describe('GroupOffsets', () => {
  it('keeps offsets of a transaction back until it commits', () => {
    const offsets = new GroupOffsets()
    offsets.commit('t', 0, at(1))
    offsets.addPending(7n, 't', 0, at(2))
    offsets.addPending(7n, 't', 1, at(3))
    expect(offsets.get('t', 0)?.offset).toBe(1)
    expect(offsets.hasPending('t', 1)).toBe(true)
    expect(offsets.hasPending('t', 2)).toBe(false)
    offsets.complete(7n, true)
    expect(offsets.get('t', 0)?.offset).toBe(2)
    expect(offsets.get('t', 1)?.offset).toBe(3)
    expect(offsets.hasPending('t', 1)).toBe(false)
  })

  it('drops offsets of a transaction that aborts, and those of other producers stay', () => {
    const offsets = new GroupOffsets()
    offsets.addPending(7n, 't', 0, at(2))
    offsets.addPending(8n, 't', 0, at(5))
    offsets.complete(7n, false)
    expect(offsets.get('t', 0)).toBeUndefined()
    expect(offsets.hasPending('t', 0)).toBe(true)
    expect(offsets.pendingProducers()).toEqual([8n])
    offsets.complete(8n, true)
    expect(offsets.get('t', 0)?.offset).toBe(5)
  })

  it('leaves an offset alone that was committed after the one of the transaction', () => {
    const offsets = new GroupOffsets()
    offsets.addPending(7n, 't', 0, at(2))
    offsets.commit('t', 0, at(9))
    offsets.complete(7n, true)
    expect(offsets.get('t', 0)?.offset).toBe(9)
  })

  it('forgets a topic with what waits for it', () => {
    const offsets = new GroupOffsets()
    offsets.commit('t', 0, at(1))
    offsets.addPending(7n, 't', 0, at(2))
    offsets.deleteTopic('t')
    expect(offsets.isEmpty).toBe(true)
  })
})

describe('OffsetFetch', () => {
  it('says UNSTABLE_OFFSET_COMMIT for offsets of a running transaction, where it is asked for stable ones', async () => {
    const backend = await EmbeddedBackend.start()
    backend.kafka.createTopic({ topic: 't', numPartitions: 2 })
    const { groups } = backend.kafka.cluster
    const committer = { groupId: 'g', generationIdOrMemberEpoch: -1, memberId: '', groupInstanceId: null }
    const offset = (
      partition: number,
      value: number
    ): object & { topic: string; partition: number; offset: number; leaderEpoch: number; metadata: null } => ({
      topic: 't',
      partition,
      offset: value,
      leaderEpoch: 4,
      metadata: null
    })
    groups.offsets.commit({ ...committer, version: 9 }, [offset(0, 10), offset(1, 11)])
    expect(groups.offsets.commitPending(7n, committer, [offset(0, 20)])).toEqual([errorCodes.NONE])
    const client = await backend.connect('reader')
    const fetch = async (requireStable: boolean): Promise<unknown> => {
      const wanted = { groups: [{ groupId: 'g', topics: [{ name: 't', partitionIndexes: [0, 1] }] }], requireStable }
      const answer = await backend.settled(client.send(offsetFetchApi, 8, wanted))
      return answer.groups[0].topics[0].partitions.map(({ errorCode, committedOffset }) => [errorCode, committedOffset])
    }
    expect(await fetch(false)).toEqual([
      [0, 10n],
      [0, 11n]
    ])
    expect(await fetch(true)).toEqual([
      [errorCodes.UNSTABLE_OFFSET_COMMIT, -1n],
      [0, 11n]
    ])
    groups.offsets.completePending(7n, true)
    expect(await fetch(true)).toEqual([
      [0, 20n],
      [0, 11n]
    ])
    client.close()
    await backend.stop()
  })
})
