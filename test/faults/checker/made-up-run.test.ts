import fc from 'fast-check'
import { checkHistory } from './check-history'
import { corruptions, madeUpRun, steps } from './made-up-run'

test('runs in which everything goes as promised pass', () => {
  fc.assert(
    fc.property(steps, run => {
      expect(checkHistory(madeUpRun(run)).violations).toEqual([])
    }),
    { numRuns: 300 }
  )
})

test.each(Object.entries(corruptions))('a run in which %s is caught', (_, { invariant, corrupt }) => {
  let planted = 0
  fc.assert(
    fc.property(steps, fc.nat(), (run, choice) => {
      const lines = corrupt(madeUpRun(run), below => (below === 0 ? 0 : choice % below))
      if (lines === undefined) return
      planted++
      const found = checkHistory(lines).violations.map(violation => violation.invariant)
      expect(found.filter(id => invariant.split('|').includes(id))).not.toEqual([])
    }),
    { numRuns: 50 }
  )
  expect(planted).toBeGreaterThan(25)
})
