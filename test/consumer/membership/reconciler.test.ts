import fc from 'fast-check'
import { reconcile } from '../../../src/consumer/membership/reconciler'

const partitions = fc.array(fc.record({ topic: fc.constantFrom('a', 'b', 'c'), partition: fc.nat({ max: 3 }) }), { maxLength: 10 })
const key = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`

it('leads from what is owned to what should be, touching nothing else', () => {
  fc.assert(
    fc.property(partitions, partitions, (target, owned) => {
      const { revoke, assign } = reconcile(target, owned)
      const now = new Set(owned.map(key))
      for (const partition of revoke) expect(now.delete(key(partition))).toBe(true)
      for (const partition of assign) {
        expect(now.has(key(partition))).toBe(false)
        now.add(key(partition))
      }
      expect([...now].sort()).toEqual([...new Set(target.map(key))].sort())
    })
  )
})
