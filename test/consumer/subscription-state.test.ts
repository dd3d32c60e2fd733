import fc from 'fast-check'
import { SubscriptionState } from '../../src/consumer/subscription-state'

const all = ['a', 'b'].flatMap(topic => [0, 1, 2].map(partition => ({ topic, partition })))

function assigned(): SubscriptionState {
  const state = new SubscriptionState()
  state.assign(all)
  return state
}

describe('pause and resume', () => {
  const operations = fc.array(
    fc.record({
      what: fc.constantFrom('pause' as const, 'resume' as const),
      topic: fc.constantFrom('a', 'b'),
      partitions: fc.option(fc.subarray([0, 1, 2], { minLength: 1 }), { nil: undefined })
    })
  )

  it('do to each partition what the last call that named it says', () => {
    fc.assert(
      fc.property(operations, calls => {
        const state = assigned()
        const model = new Map(all.map(({ topic, partition }) => [`${topic}/${partition}`, false]))
        for (const { what, topic, partitions } of calls) {
          state[what]([{ topic, partitions }])
          for (const partition of partitions ?? [0, 1, 2]) model.set(`${topic}/${partition}`, what === 'pause')
        }
        for (const one of all) expect(state.isPaused(one)).toBe(model.get(`${one.topic}/${one.partition}`))
        const listed = state.paused().flatMap(({ topic, partitions }) => partitions.map(partition => `${topic}/${partition}`))
        expect(listed.sort()).toEqual(
          [...model]
            .filter(([, isPaused]) => isPaused)
            .map(([key]) => key)
            .sort()
        )
      })
    )
  })

  it('outlive an assignment', () => {
    const state = assigned()
    state.pause([{ topic: 'a', partitions: [1] }])
    state.revokeAll()
    expect(state.paused()).toEqual([])
    state.assign(all)
    expect(state.paused()).toEqual([{ topic: 'a', partitions: [1] }])
  })

  it('ask a handler that runs to end between two messages', () => {
    const state = assigned()
    state.pause([{ topic: 'a', partitions: [1] }])
    expect(state.assigned.filter(({ interrupted }) => interrupted).map(({ topic, partition }) => ({ topic, partition }))).toEqual([
      { topic: 'a', partition: 1 }
    ])
  })
})

describe('an assignment', () => {
  it('is another object when the partition comes back, and what is done for the old one counts no more (T26)', () => {
    const state = assigned()
    const before = state.get('a', 0)
    before?.start(10)
    before?.advance(42)
    state.revokeAll()
    state.assign(all)
    const after = state.get('a', 0)
    expect(after).not.toBe(before)
    before?.advance(50)
    expect(state.uncommitted()).toEqual({ topics: [] })
    expect(after?.position).toBe(-1)
  })

  it('stays the same for partitions that are assigned again without having been revoked', () => {
    const state = assigned()
    const before = state.get('b', 2)
    expect(state.assign(all)).toEqual([])
    state.revoke([{ topic: 'a', partition: 0 }])
    expect(state.get('b', 2)).toBe(before)
    expect(state.get('a', 0)).toBeUndefined()
    expect(state.assigned).toHaveLength(5)
  })

  it('lists partitions as numbers (KafkaJS sorts them as text)', () => {
    const state = new SubscriptionState()
    state.assign([10, 2, 0, 1].map(partition => ({ topic: 'a', partition })))
    expect({ ...state.assignment() }).toEqual({ a: [0, 1, 2, 10] })
  })
})

describe('offsets', () => {
  it('are uncommitted when something is done that was not committed', () => {
    const state = assigned()
    const [first, second, third] = state.assigned
    for (const partition of [first, second, third]) partition.start(5)
    first.advance(6)
    second.done({ offset: '9007199254740000' })
    third.advance(7)
    third.committed = 7
    expect(state.uncommitted()).toEqual({
      topics: [
        {
          topic: 'a',
          partitions: [
            { partition: 0, offset: '6' },
            { partition: 1, offset: '9007199254740001' }
          ]
        }
      ]
    })
  })

  it('that are sought before the assignment wait for it, and are used once', () => {
    const state = new SubscriptionState()
    state.rememberSeek({ topic: 'a', partition: 0 }, 1)
    state.rememberSeek({ topic: 'a', partition: 0 }, 77)
    expect(state.takeSeek({ topic: 'a', partition: 0 })).toBe(77)
    expect(state.takeSeek({ topic: 'a', partition: 0 })).toBeUndefined()
  })
})
