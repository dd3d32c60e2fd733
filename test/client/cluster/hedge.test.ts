import { AllFailedError, hedge } from '../../../src/cluster/hedge'
import { type Deferred, deferred } from '../../../src/utils/deferred'
import { ManualClock, settle } from '../../support/manual-clock'

function setUp(isFinal?: (error: unknown) => boolean) {
  const clock = new ManualClock()
  const outer = new AbortController()
  const started: { at: number; name: string; signal: AbortSignal; answer: Deferred<string> }[] = []
  const result = hedge(
    ['a', 'b', 'c'],
    (name, signal) => {
      const answer = deferred<string>()
      started.push({ at: clock.now(), name, signal, answer })
      return answer.promise
    },
    { clock, staggerMs: 1_000, signal: outer.signal, ...(isFinal && { isFinal }) }
  )
  const outcome = result.catch((e: unknown) => e)
  return { clock, outer, started, outcome, names: () => started.map(s => `${s.name}@${s.at}`) }
}

describe('hedge', () => {
  it('asks nobody else when the first answers in time', async () => {
    const { clock, started, outcome, names } = setUp()
    await clock.advance(900)
    started[0]?.answer.resolve('yes')
    await expect(outcome).resolves.toBe('yes')
    await clock.advance(5_000)
    expect(names()).toEqual(['a@0'])
    expect(clock.pending).toBe(0)
  })

  it('asks the next at once after a failure', async () => {
    const { started, outcome, names } = setUp()
    started[0]?.answer.reject(new Error('refused'))
    await settle()
    expect(names()).toEqual(['a@0', 'b@0'])
    started[1]?.answer.resolve('b')
    await expect(outcome).resolves.toBe('b')
  })

  it('asks the next when one hangs, and still takes the answer of the one that hung', async () => {
    const { clock, started, outcome, names } = setUp()
    await clock.advance(1_500)
    expect(names()).toEqual(['a@0', 'b@1000'])
    started[0]?.answer.resolve('late')
    await expect(outcome).resolves.toBe('late')
    expect(started.map(s => s.signal.aborted)).toEqual([true, true])
    expect(clock.pending).toBe(0)
  })

  it('does not hurry on when one of two running ones fails', async () => {
    const { clock, started, names } = setUp()
    await clock.advance(1_500)
    started[0]?.answer.reject(new Error('x'))
    await settle()
    expect(names()).toEqual(['a@0', 'b@1000'])
    started[1]?.answer.reject(new Error('x'))
    await settle()
    expect(names()).toEqual(['a@0', 'b@1000', 'c@1500'])
  })

  it('reports all errors, in the order of the candidates', async () => {
    const { clock, started, outcome } = setUp()
    await clock.advance(2_000)
    for (const name of ['c', 'a', 'b']) started.find(s => s.name === name)?.answer.reject(name)
    const error = (await outcome) as AllFailedError
    expect(error).toBeInstanceOf(AllFailedError)
    expect(error.errors).toEqual(['a', 'b', 'c'])
    expect(clock.pending).toBe(0)
  })

  it('stops at a final error', async () => {
    const { clock, started, outcome, names } = setUp(error => error === 'final')
    await clock.advance(1_500)
    started[1]?.answer.reject('final')
    await expect(outcome).resolves.toBe('final')
    started[0]?.answer.reject('other')
    await clock.advance(5_000)
    expect(names()).toHaveLength(2)
  })

  it('ends with the reason of the outer signal', async () => {
    const { clock, outer, started, outcome } = setUp()
    outer.abort('closed')
    await expect(outcome).resolves.toBe('closed')
    expect(started[0]?.signal.aborted).toBe(true)
    await clock.advance(5_000)
    expect(started).toHaveLength(1)
    await expect(hedge(['a'], async () => 1, { clock, staggerMs: 1, signal: outer.signal })).rejects.toBe('closed')
  })

  it('fails without candidates', async () => {
    const options = { clock: new ManualClock(), staggerMs: 1, signal: new AbortController().signal }
    await expect(hedge([], async () => 1, options)).rejects.toBeInstanceOf(AllFailedError)
  })
})
