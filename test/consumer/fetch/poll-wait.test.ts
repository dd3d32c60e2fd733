import { pollWaitMs } from '../../../src/consumer/fetch/poll-wait'

it('is what was asked for unless a partition with a full buffer has to wait for the end of the poll', () => {
  expect(pollWaitMs(5000, false, 0)).toBe(5000)
  expect(pollWaitMs(5000, false, 100)).toBe(5000)
})

it('is short at first and grows while polls bring nothing, never above what was asked for', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(empty => pollWaitMs(5000, true, empty))
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 500, 500, 500])
  expect(pollWaitMs(100, true, 20)).toBe(100)
  expect(pollWaitMs(0, true, 0)).toBe(0)
})
