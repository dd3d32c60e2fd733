import type { HistoryLine } from '../history/history-line'
import * as ofTheLog from './breaches-of-the-log'
import * as ofMembers from './breaches-of-members'
import * as ofProcesses from './breaches-of-processes'
import { checkHistory, describeVerdict, invariants } from './check-history'
import { HistoryBuilder } from './history-builder'
import type { InvariantId } from './invariant'

const breaches = [ofTheLog, ofMembers, ofProcesses].flatMap(lists => Object.values(lists).flat())

function broken(lines: HistoryLine[]): InvariantId[] {
  return [...new Set(checkHistory(lines).violations.map(({ invariant }) => invariant))]
}

test('there are eighteen invariants, and a breach of each', () => {
  const ids = Array.from({ length: 18 }, (_, i) => `I${i + 1}`)
  expect(invariants.map(({ id }) => id)).toEqual(ids)
  expect([...new Set(breaches.map(({ invariant }) => invariant))].sort()).toEqual([...ids].sort())
})

test.each(breaches)('$invariant, $what: broken, and nothing else is', ({ invariant, settings, broken: build }) => {
  const history = new HistoryBuilder(settings)
  build(history)
  expect(broken(history.lines)).toEqual([invariant])
})

test.each(breaches)('$invariant, $what: holds', ({ settings, sound }) => {
  const history = new HistoryBuilder(settings)
  sound(history)
  expect(broken(history.lines)).toEqual([])
})

test('a verdict names the invariant and shows the lines', () => {
  const { lines } = new HistoryBuilder().sent('a', 4).log('0:b')
  const text = describeVerdict(checkHistory(lines), lines)
  expect(text.split('\n')).toEqual([
    'made up with seed 1: broken',
    'I1 lost write, once',
    "  'a' was acknowledged for offset 4 of partition 0 and is nowhere in t as java reads it with read_committed",
    expect.stringMatching(/^ {4}2: \{"t":1,.*"type":"invoke"/),
    expect.stringMatching(/^ {4}3: \{"t":2,.*"type":"ok"/),
    expect.stringMatching(/^ {4}4: .*"f":"log"/),
    'I5 definite failure, once',
    "  'b' is at t/0@0 (java) and nobody sent it",
    expect.stringMatching(/^ {4}4: .*"f":"log"/)
  ])
})

test('a verdict counts what a scenario prints', () => {
  const history = new HistoryBuilder({ doubledAtMost: 1 }).sent(['a', 'b']).unsent('c', { type: 'fail' }).unsent('d', { type: 'info' })
  history.note('fault', { fault: '1', action: 'cut' }).wait(50).note('heal', { fault: '1' }).wait(70).sent('e')
  history.log('0:a 1:b 2:b 3:e').note('resources', { rss: 7 }).note('resources', { rss: 5 })
  expect(checkHistory(history.lines)).toEqual({
    scenario: 'made up',
    seed: '1',
    violations: [],
    counts: new Map(),
    records: 5,
    ok: 3,
    fail: 1,
    info: 1,
    doubled: 1,
    longestRecoveryMs: 72,
    peakRss: 7
  })
})

test('only twenty violations of an invariant are kept, all are counted', () => {
  const values = Array.from({ length: 50 }, (_, i) => `v${i}`)
  const verdict = checkHistory(new HistoryBuilder().sent(values).log('').lines)
  expect(verdict.violations).toHaveLength(20)
  expect(verdict.counts).toEqual(new Map([['I1', 50]]))
})

test('what is no history is refused', () => {
  const twice = new HistoryBuilder().sent('a').sent('a')
  expect(() => checkHistory(twice.lines)).toThrow("Line 4: 'a' has been sent to t before: values have to be unique")
  const unasked: HistoryLine[] = [{ t: 0, process: 'p', f: 'send', type: 'ok', op: 1 }]
  expect(() => checkHistory(unasked)).toThrow('Line 1: p has not invoked send 1')
  const disorder = new HistoryBuilder().log('1:a 0:b')
  expect(() => checkHistory(disorder.lines)).toThrow('Line 2: offset 0 of t/0 comes after 1')
  const again = new HistoryBuilder()
  again.invoke({ f: 'call', what: 'x' })
  expect(() => checkHistory([...again.lines, ...again.lines.slice(1)])).toThrow('Line 3: main has invoked operation 1 before')
})
