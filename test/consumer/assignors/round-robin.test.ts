import fc from 'fast-check'
import { assignRoundRobin, type MemberSubscription } from '../../../src/consumer/assignors/round-robin'

const topicNames = ['a', 'b', 'c', '__proto__']
const groups = fc.record({
  members: fc.uniqueArray(fc.record({ memberId: fc.string({ minLength: 1, maxLength: 4 }), topics: fc.subarray(topicNames) }), {
    selector: ({ memberId }) => memberId,
    minLength: 1,
    maxLength: 6
  }),
  partitions: fc
    .array(fc.nat({ max: 7 }), { minLength: topicNames.length, maxLength: topicNames.length })
    .map(counts => new Map(topicNames.map((topic, i) => [topic, Array.from({ length: counts[i] }, (_, id) => id)])))
})

/** topic/partition -> members that got it */
function owners(members: MemberSubscription[], partitions: Map<string, number[]>): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  for (const [memberId, assignment] of assignRoundRobin(members, partitions)) {
    for (const [topic, ids] of Object.entries(assignment)) {
      for (const id of ids) owners.set(`${topic}/${id}`, [...(owners.get(`${topic}/${id}`) ?? []), memberId])
    }
  }
  return owners
}

it('gives every partition that somebody wants to exactly one member that wants it, and no other', () => {
  fc.assert(
    fc.property(groups, ({ members, partitions }) => {
      const result = owners(members, partitions)
      for (const [topic, ids] of partitions) {
        const wanting = members.filter(({ topics }) => topics.includes(topic)).map(({ memberId }) => memberId)
        for (const id of ids) {
          const got = result.get(`${topic}/${id}`) ?? []
          if (wanting.length === 0) expect(got).toEqual([])
          else {
            expect(got).toHaveLength(1)
            expect(wanting).toContain(got[0])
          }
        }
      }
      expect([...result.keys()].every(key => partitions.get(key.slice(0, key.lastIndexOf('/'))) !== undefined)).toBe(true)
    })
  )
})

it('gives members that want the same shares that differ by one at most, whatever the order in which they are listed', () => {
  fc.assert(
    fc.property(groups, fc.nat(), ({ members, partitions }, turn) => {
      const same = members.map(({ memberId }) => ({ memberId, topics: topicNames }))
      const result = assignRoundRobin(same, partitions)
      const shares = [...result.values()].map(assignment => Object.values(assignment).flat().length)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
      const at = turn % same.length
      const turned = assignRoundRobin([...same.slice(at), ...same.slice(0, at)].toReversed(), partitions)
      expect(turned).toEqual(result)
    })
  )
})

it('has an entry for every member, also without partitions', () => {
  const members = ['x', 'y', 'z'].map(memberId => ({ memberId, topics: ['a'] }))
  const result = assignRoundRobin(members, new Map([['a', [0]]]))
  expect([...result.keys()].sort()).toEqual(['x', 'y', 'z'])
  expect([...result.values()].map(assignment => Object.keys(assignment).length).sort((a, b) => a - b)).toEqual([0, 0, 1])
})

it('does not give partitions of a topic to members that did not ask for it (K7)', () => {
  const members = [
    { memberId: '1', topics: ['a'] },
    { memberId: '2', topics: ['b'] },
    { memberId: '3', topics: ['a', 'b'] }
  ]
  const partitions = new Map([
    ['a', [0, 1, 2, 3]],
    ['b', [0, 1, 2, 3]]
  ])
  const result = assignRoundRobin(members, partitions)
  expect(Object.keys(result.get('1') ?? {})).toEqual(['a'])
  expect(Object.keys(result.get('2') ?? {})).toEqual(['b'])
  expect(Object.keys(result.get('3') ?? {}).sort()).toEqual(['a', 'b'])
})
