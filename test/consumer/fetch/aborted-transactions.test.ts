import fc from 'fast-check'
import { AbortedTransactions } from '../../../src/consumer/fetch/aborted-transactions'
import type { BatchHeader } from '../../../src/protocol/records/fetched-batch'

interface Step {
  producer: number
  what: 'data' | 'plain' | 'commit' | 'abort'
}

interface Planned {
  header: BatchHeader
  /** Whether an application that reads committed records only may see it. */
  visible: boolean
}

const steps = fc.array(
  fc.record({ producer: fc.nat({ max: 3 }), what: fc.constantFrom<Step['what']>('data', 'data', 'plain', 'commit', 'abort') }),
  // Without it arrays of this length are hardly ever made.
  { maxLength: 40, size: 'max' }
)

/** A log as brokers write it: producers interleaved, each with one transaction at a time, some of them open at the end. */
function log(steps: Step[]): { batches: Planned[]; aborted: { producerId: bigint; firstOffset: bigint }[] } {
  const batches: Planned[] = []
  const aborted: { producerId: bigint; firstOffset: bigint }[] = []
  const open = new Map<number, Planned[]>()
  let offset = 0
  for (const { producer, what } of steps) {
    const isControl = what === 'commit' || what === 'abort'
    const count = isControl ? 1 : 2
    const header = {
      baseOffset: offset,
      lastOffset: offset + count - 1,
      nextOffset: offset + count,
      isControl,
      isTransactional: what !== 'plain',
      producerId: BigInt(producer)
    } as BatchHeader
    const batch = { header, visible: what === 'data' || what === 'plain' }
    const ours = open.get(producer) ?? []
    if (what === 'data') open.set(producer, [...ours, batch])
    if (isControl) {
      // A transaction that wrote nothing to the partition has a marker, but no entry in the list.
      if (what === 'abort' && ours.length > 0)
        aborted.push({ producerId: BigInt(producer), firstOffset: BigInt(ours[0].header.baseOffset) })
      if (what === 'abort') for (const entry of ours) entry.visible = false
      open.delete(producer)
    }
    batches.push(batch)
    offset += count
  }
  return { batches, aborted }
}

it('shows exactly what is not aborted, in whatever order the list comes and wherever reading begins (T12)', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), (steps, seed, start) => {
      const { batches, aborted } = log(steps)
      const from = batches.length === 0 ? 0 : start % batches.length
      const begin = batches[from]?.header.baseOffset ?? 0
      // What a broker lists: transactions whose marker lies at or after the beginning.
      const listed = aborted.filter(({ producerId, firstOffset }) =>
        batches.some(
          ({ header }) =>
            header.isControl && header.producerId === producerId && header.baseOffset > Number(firstOffset) && header.baseOffset >= begin
        )
      )
      const current = listed.filter(({ producerId, firstOffset }) => {
        const marker = batches.find(
          ({ header }) => header.isControl && header.producerId === producerId && header.baseOffset > Number(firstOffset)
        )
        return marker !== undefined && marker.header.baseOffset >= begin
      })
      const shuffled = [...current].sort(
        (a, b) => Number((a.firstOffset * 7919n + BigInt(seed)) % 13n) - Number((b.firstOffset * 7919n + BigInt(seed)) % 13n)
      )
      const filter = new AbortedTransactions(shuffled)
      for (const { header, visible } of batches.slice(from)) {
        const isAborted = filter.includes(header)
        if (header.isControl) expect(isAborted).toBe(false)
        else expect(isAborted).toBe(!visible)
      }
    }),
    { numRuns: 500 }
  )
})

it.each([
  [10n, 30n],
  [30n, 10n]
])('leaves both aborted transactions of a producer out when the list begins with the one at %s', (...list) => {
  const filter = new AbortedTransactions(list.map(firstOffset => ({ producerId: 7n, firstOffset })))
  const batch = (baseOffset: number, isControl = false): BatchHeader =>
    ({ baseOffset, lastOffset: baseOffset, isControl, isTransactional: true, producerId: 7n }) as BatchHeader
  expect(filter.includes(batch(10))).toBe(true)
  expect(filter.includes(batch(11, true))).toBe(false)
  expect(filter.includes(batch(20))).toBe(false)
  expect(filter.includes(batch(21, true))).toBe(false)
  expect(filter.includes(batch(30))).toBe(true)
  expect(filter.includes(batch(31, true))).toBe(false)
})

it('does not take committed records of the same producer for aborted ones because of a transaction without records', () => {
  const filter = new AbortedTransactions([{ producerId: 7n, firstOffset: 10n }])
  const batch = (baseOffset: number, isControl = false): BatchHeader =>
    ({ baseOffset, lastOffset: baseOffset, isControl, isTransactional: true, producerId: 7n }) as BatchHeader
  expect(filter.includes(batch(10, true))).toBe(false)
  expect(filter.includes(batch(11))).toBe(false)
})
