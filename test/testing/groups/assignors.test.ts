import fc from 'fast-check'
import { assignors, type AssignableMember } from '../../../src/testing/coordinators/groups/assignors'

type Assignment = Map<string, Map<string, Set<number>>>

const topicNames = ['t0', 't1', 't2', 't3']

const cluster = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 }),
  subscriptions: fc.array(fc.uniqueArray(fc.constantFrom(...topicNames)), { minLength: 1, maxLength: 6 })
})

function members(subscriptions: readonly string[][], current: Assignment = new Map()): AssignableMember[] {
  return subscriptions.map((topics, i) => ({
    memberId: `m${i}`,
    instanceId: null,
    topicIds: new Set(topics),
    current: current.get(`m${i}`) ?? new Map()
  }))
}

function assign(name: string, list: AssignableMember[], counts: readonly number[]): Assignment {
  return (assignors.get(name) as NonNullable<ReturnType<typeof assignors.get>>)(
    list,
    new Map(topicNames.map((topic, i) => [topic, counts[i]]))
  )
}

function owners(assignment: Assignment): Map<string, string> {
  const result = new Map<string, string>()
  for (const [memberId, topics] of assignment) {
    for (const [topic, partitions] of topics) {
      for (const partition of partitions) {
        expect(result.has(`${topic}-${partition}`)).toBe(false)
        result.set(`${topic}-${partition}`, memberId)
      }
    }
  }
  return result
}

function sizeOf(assignment: Assignment, memberId: string): number {
  return [...(assignment.get(memberId)?.values() ?? [])].reduce((sum, partitions) => sum + partitions.size, 0)
}

describe.each(['uniform', 'range'])('the %s assignor', name => {
  it('gives every partition that has subscribers to one of them', () => {
    fc.assert(
      fc.property(cluster, ({ counts, subscriptions }) => {
        const assigned = owners(assign(name, members(subscriptions), counts))
        for (const [i, topic] of topicNames.entries()) {
          const subscribers = subscriptions.flatMap((topics, m) => (topics.includes(topic) ? [`m${m}`] : []))
          for (let partition = 0; partition < counts[i]; partition++) {
            const owner = assigned.get(`${topic}-${partition}`)
            if (subscribers.length === 0) expect(owner).toBeUndefined()
            else expect(subscribers).toContain(owner)
          }
        }
      })
    )
  })
})

describe('the uniform assignor', () => {
  it('is even where all subscribe to the same, and moves no more than it has to when a member comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (counts, size) => {
          const all = Array.from({ length: size + 1 }, () => topicNames)
          const before = assign('uniform', members(all.slice(1)), counts)
          const after = assign('uniform', members(all, before), counts)
          const sizes = all.map((_, i) => sizeOf(after, `m${i}`))
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          const was = owners(before)
          const moved = [...owners(after)].filter(([partition, owner]) => was.get(partition) !== owner)
          expect(moved).toHaveLength(sizes[size])
        }
      )
    )
  })

  it('changes nothing when nothing changed', () => {
    fc.assert(
      fc.property(cluster, ({ counts, subscriptions }) => {
        const once = assign('uniform', members(subscriptions), counts)
        expect(owners(assign('uniform', members(subscriptions, once), counts))).toEqual(owners(once))
      })
    )
  })
})

describe('the range assignor', () => {
  it('gives runs of partitions, the same of every topic, static members first', () => {
    const [a, b, c] = members([topicNames, topicNames, topicNames])
    const assigned = assign('range', [a, b, { ...c, instanceId: 'z' }], [5, 5, 0, 0])
    const of = (memberId: string): unknown => [...(assigned.get(memberId) ?? [])].map(([topic, partitions]) => [topic, [...partitions]])
    expect(of('m2')).toEqual([
      ['t0', [0, 1]],
      ['t1', [0, 1]]
    ])
    expect(of('m0')).toEqual([
      ['t0', [2, 3]],
      ['t1', [2, 3]]
    ])
    expect(of('m1')).toEqual([
      ['t0', [4]],
      ['t1', [4]]
    ])
  })
})
