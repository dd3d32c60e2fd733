import fc from 'fast-check'
import { RingQueue } from '../../src/utils/ring-queue'

describe('RingQueue', () => {
  it('behaves as an array does under any order of push, unshift, shift and clear', () => {
    const operation = fc.oneof(
      { weight: 5, arbitrary: fc.record({ op: fc.constant('push' as const), value: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ op: fc.constant('unshift' as const), value: fc.nat() }) },
      { weight: 4, arbitrary: fc.record({ op: fc.constant('shift' as const), value: fc.constant(0) }) },
      { weight: 1, arbitrary: fc.record({ op: fc.constant('clear' as const), value: fc.constant(0) }) }
    )
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 200 }), operations => {
        const queue = new RingQueue<number>(2)
        const model: number[] = []
        for (const { op, value } of operations) {
          if (op === 'push') {
            queue.push(value)
            model.push(value)
          } else if (op === 'unshift') {
            queue.unshift(value)
            model.unshift(value)
          } else if (op === 'shift') {
            expect(queue.shift()).toBe(model.shift())
          } else {
            queue.clear()
            model.length = 0
          }
          expect(queue.length).toBe(model.length)
          expect(queue.peek()).toBe(model[0])
          expect([...queue]).toEqual(model)
        }
      })
    )
  })
})
