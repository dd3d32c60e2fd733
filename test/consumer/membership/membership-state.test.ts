import { membershipSuccessors } from '../../../src/consumer/membership/membership-state'

it('can always leave, once, and never comes back', () => {
  for (const [state, next] of Object.entries(membershipSuccessors)) {
    if (state !== 'leaving' && state !== 'left') expect(next).toContain('leaving')
  }
  expect(membershipSuccessors.leaving).toEqual(['left'])
  expect(membershipSuccessors.left).toEqual([])
})

it('owns partitions only after syncing, and joins again only through joining', () => {
  const into = (wanted: string): string[] =>
    Object.entries(membershipSuccessors).flatMap(([state, next]) => ((next as readonly string[]).includes(wanted) ? [state] : []))
  expect(into('stable')).toEqual(['syncing'])
  expect(into('syncing')).toEqual(['joining'])
})
