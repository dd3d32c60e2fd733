import fc from 'fast-check'
import type { HistoryLine, LoggedRecord, NoteOf } from '../history/history-line'
import { HistoryBuilder } from './history-builder'

/** One step of a made-up run. */
type Step =
  | { what: 'send'; session: number; size: number; result: 'ok' | 'fail' | 'lost' | 'kept' }
  | { what: 'hole' }
  | { what: 'poll'; size: number }
  | { what: 'finish' }
  | { what: 'commit'; result: 'ok' | 'info' }
  | { what: 'rebalance'; lost: boolean }
  | { what: 'seek' }

/** Steps of a producer with several sessions and of a group with one member at a time, on one partition. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constant('send' as const),
        session: fc.nat(2),
        size: fc.integer({ min: 1, max: 3 }),
        result: fc.constantFrom('ok', 'ok', 'ok', 'fail', 'lost', 'kept')
      })
    },
    { weight: 1, arbitrary: fc.constant({ what: 'hole' as const }) },
    { weight: 4, arbitrary: fc.record({ what: fc.constant('poll' as const), size: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 3, arbitrary: fc.constant({ what: 'finish' as const }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('commit' as const), result: fc.constantFrom('ok' as const, 'info' as const) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('rebalance' as const), lost: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ what: 'seek' as const }) }
  ),
  { minLength: 20, maxLength: 80 }
)

/** A history in which everything went as promised. It ends with a group that has read all, and the log as two readers see it. */
export function madeUpRun(run: readonly Step[]): HistoryLine[] {
  const history = new HistoryBuilder()
  const log: LoggedRecord[] = []
  let nextOffset = 0
  let values = 0
  let generation = 1
  let position = 0
  let finished = 0
  let committed: number | null = null

  const send = (session: number, size: number, result: string): void => {
    const sent = Array.from({ length: size }, () => `v${values++}`)
    const settle = history.invoke({ f: 'send', session: `s${session}`, topic: 't', values: sent, deadlineMs: 100 })
    const base = nextOffset
    if (result === 'ok' || result === 'kept') for (const value of sent) log.push([nextOffset++, value])
    if (result === 'ok') settle({ type: 'ok', partition: 0, offset: base })
    else if (result === 'fail') settle({ type: 'fail', outcome: 'not-applied' })
    else settle({ type: 'info', outcome: 'maybe-applied' })
  }
  const member = (): string => `m${generation}`
  const poll = (size: number): boolean => {
    const records = log.filter(([offset]) => offset >= position).slice(0, size)
    const last = records.at(-1)
    if (last === undefined) return false
    history.deliver(member(), records.map(record => record.join(':')).join(' '))
    position = last[0] + 1
    return true
  }
  const finish = (): void => {
    if (position === finished) return
    history.finish(member(), position - 1)
    finished = position
  }
  const commit = (result: 'ok' | 'info'): void => {
    history.commit(member(), finished)(result === 'ok' ? { type: 'ok' } : { type: 'info', outcome: 'maybe-applied' })
    // Whether an unanswered commit was applied is the broker's choice; here it was.
    committed = finished
  }
  const assign = (): void => {
    position = finished = committed ?? 0
    history.assign(member(), position, { generation, fromCommit: committed !== null })
  }

  history.subscribe()
  assign()
  for (const step of run) {
    if (step.what === 'send') send(step.session, step.size, step.result)
    else if (step.what === 'hole') nextOffset++
    else if (step.what === 'poll') poll(step.size)
    else if (step.what === 'finish') finish()
    else if (step.what === 'commit') commit(step.result)
    else if (step.what === 'seek') {
      position = finished = Math.floor(position / 2)
      history.seek(member(), position)
    } else {
      history.revoke(member(), step.lost ? 'lost' : 'revoked')
      generation++
      assign()
    }
  }
  send(0, 2, 'ok')
  while (poll(10));
  finish()
  commit('ok')
  history.revoke(member(), 'closed').note('leave', { group: 'g', member: member(), clean: true }).committed(committed)
  const text = log.map(record => record.join(':')).join(' ')
  return history.log(text).log(text, { reader: 'odradek' }).lines
}

/** Changes one line; undefined when there is nothing to change. */
export type Corruption = (lines: HistoryLine[], choose: (below: number) => number) => HistoryLine[] | undefined

function isNote(f: HistoryLine['f']): (line: HistoryLine) => boolean {
  return line => line.f === f && line.type === 'note'
}

/** Replaces one of the lines that fit. */
function changeOne<T extends HistoryLine>(fits: (line: HistoryLine) => boolean, change: (line: T) => T | T[]): Corruption {
  return (lines, choose) => {
    const found = lines.flatMap((line, index) => (fits(line) ? [index] : []))
    const index = found[choose(found.length)]
    return index === undefined ? undefined : lines.flatMap((line, i) => (i === index ? change(line as T) : line))
  }
}

/** Changes the log in the eyes of both readers. */
function changeLog(change: (records: LoggedRecord[], index: number) => LoggedRecord[]): Corruption {
  return (lines, choose) => {
    const log = lines.find(isNote('log')) as NoteOf<'log'>
    const index = choose(log.records.length)
    return lines.map(line => (line.f === 'log' ? { ...line, records: change(line.records, index) } : line))
  }
}

function swapped(records: LoggedRecord[], a: number, b: number): LoggedRecord[] {
  const [first, second] = [records[a], records[b]]
  if (first === undefined || second === undefined) return records
  return records.with(a, [first[0], second[1]]).with(b, [second[0], first[1]])
}

/** One corruption each, by what the checker has to call it. */
export const corruptions: Record<string, { invariant: string; corrupt: Corruption }> = {
  'a record is lost from the log': {
    invariant: 'I1|I7',
    corrupt: changeLog((records, index) => records.toSpliced(index, 1))
  },
  'a record is in the log twice': {
    invariant: 'I3',
    corrupt: changeLog((records, index) => [...records, [(records.at(-1)?.[0] ?? 0) + 1, records[index]?.[1] ?? '']])
  },
  'a record has another value': {
    invariant: 'I18',
    corrupt: changeLog((records, index) => records.with(index, [records[index]?.[0] ?? 0, 'other']))
  },
  'one reader skips a record': {
    invariant: 'I18',
    corrupt: changeOne<NoteOf<'log'>>(isNote('log'), line => ({ ...line, records: line.records.slice(1) }))
  },
  'two records of a session change places': {
    invariant: 'I4',
    corrupt: (lines, choose) => {
      const sessions = new Map(lines.flatMap(line => ('values' in line ? line.values.map(value => [value, line.session] as const) : [])))
      const log = lines.find(isNote('log')) as NoteOf<'log'>
      const pairs = log.records.flatMap(([, value], a) => {
        const b = log.records.findIndex(([, other], index) => index > a && sessions.get(other) === sessions.get(value))
        return b < 0 ? [] : [[a, b] as const]
      })
      const pair = pairs[choose(pairs.length)]
      return pair === undefined
        ? undefined
        : lines.map(line => (line.f === 'log' ? { ...line, records: swapped(line.records, ...pair) } : line))
    }
  },
  'a delivery is left out': {
    invariant: 'I7',
    corrupt: (lines, choose) => {
      const followed = lines.filter((line, index) => {
        const next = lines.slice(index + 1).find(({ f }) => f === 'deliver' || f === 'revoke' || f === 'seek')
        return line.f === 'deliver' && next?.f === 'deliver'
      })
      const one = followed[choose(followed.length)]
      return one === undefined ? undefined : lines.filter(line => line !== one)
    }
  },
  'a delivery comes again': {
    invariant: 'I7',
    corrupt: changeOne<NoteOf<'deliver'>>(isNote('deliver'), line => [line, line])
  },
  'a member goes on after it has left': {
    invariant: 'I8',
    corrupt: (lines, choose) => {
      const delivered = lines.filter(isNote('deliver'))
      const one = delivered[choose(delivered.length)]
      return one === undefined ? undefined : [...lines, one]
    }
  },
  'a commit runs ahead': {
    invariant: 'I9',
    corrupt: changeOne(
      line => line.f === 'commit' && line.type === 'invoke',
      line => (line.f === 'commit' && line.type === 'invoke' ? { ...line, offset: line.offset + 1_000_000 } : line)
    )
  },
  'what was stored definitely failed': {
    invariant: 'I5',
    corrupt: changeOne(
      line => line.f === 'send' && line.type === 'ok',
      line => ('op' in line ? { t: line.t, process: line.process, f: 'send', type: 'fail', op: line.op } : line)
    )
  },
  'a promise never settles': {
    invariant: 'I10',
    corrupt: (lines, choose) => {
      const without = changeOne(
        line => line.f === 'send' && line.type !== 'invoke',
        () => []
      )(lines, choose)
      const last = without?.at(-1)
      return without === undefined || last === undefined
        ? undefined
        : [...without, { t: last.t + 5_000, process: 'main', f: 'text', type: 'note', source: 'log', text: '' }]
    }
  }
}
