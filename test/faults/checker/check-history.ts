import type { HistoryLine } from '../history/history-line'
import { commitSafety } from './committed'
import { ownership, pollContinuity, unseen } from './consumed'
import { errorContract } from './error-contract'
import { History } from './history'
import type { Invariant, InvariantId, Violation } from './invariant'
import { cleanliness, envelope, noSecret, noTrouble } from './processes'
import { liveness, longestRecoveryMs, noHotLoop } from './progress'
import { settlement } from './settled'
import { atomicity } from './transactions'
import { definiteFailure, doubledValues, duplicate, inconsistentOffset, lostWrite, order } from './written'

/** In the order of their numbers. */
export const invariants: readonly Invariant[] = [
  lostWrite,
  unseen,
  duplicate,
  order,
  definiteFailure,
  atomicity,
  pollContinuity,
  ownership,
  commitSafety,
  settlement,
  cleanliness,
  envelope,
  liveness,
  noHotLoop,
  errorContract,
  noSecret,
  noTrouble,
  inconsistentOffset
]

/** So many of an invariant are kept; the rest is only counted. */
const kept = 20

/** What the checker found, and what a scenario prints about its run. */
export interface Verdict {
  readonly scenario: string
  readonly seed: string
  readonly violations: readonly Violation[]
  /** How often each invariant that was broken is, the violations that were not kept counted in. */
  readonly counts: ReadonlyMap<InvariantId, number>
  readonly records: number
  readonly ok: number
  readonly fail: number
  readonly info: number
  readonly doubled: number
  readonly longestRecoveryMs: number
  /** Highest that a `resources` note had, bytes; 0 without any. */
  readonly peakRss: number
}

/**
 * Holds a history against all invariants. Pure: neither clock nor disk nor chance.
 * @throws Error when the lines are no history (see `History.from`)
 */
export function checkHistory(lines: Iterable<HistoryLine>): Verdict {
  const history = History.from(lines)
  const violations: Violation[] = []
  const counts = new Map<InvariantId, number>()
  for (const invariant of invariants) {
    const { id } = invariant
    invariant.check(history, (message, where) => {
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      if (count <= kept) violations.push({ invariant: id, message, lines: where })
    })
  }
  const tally = { ok: 0, fail: 0, info: 0 }
  for (const send of history.sends) tally[history.resultOf(send)] += send.invoke.values.length
  return {
    scenario: history.scenario,
    seed: history.seed,
    violations,
    counts,
    records: tally.ok + tally.fail + tally.info,
    ...tally,
    doubled: Math.max(0, ...[...doubledValues(history).values()].map(places => places.length)),
    longestRecoveryMs: longestRecoveryMs(history),
    peakRss: Math.max(0, ...history.notes('resources').map(({ note }) => note.rss ?? 0))
  }
}

/** The verdict for people: each violation with the lines of the history that show it. */
export function describeVerdict(verdict: Verdict, lines: Iterable<HistoryLine>): string {
  const wanted = new Set(verdict.violations.flatMap(({ lines: where }) => where))
  const texts = new Map<number, string>()
  let number = 0
  for (const line of wanted.size === 0 ? [] : lines) {
    number++
    if (wanted.has(number)) texts.set(number, shorten(JSON.stringify(line)))
  }
  const names = new Map(invariants.map(({ id, name }) => [id, name]))
  const parts = [`${verdict.scenario} with seed ${verdict.seed}: ${verdict.violations.length === 0 ? 'holds' : 'broken'}`]
  for (const [id, count] of verdict.counts) {
    parts.push(`${id} ${names.get(id)}, ${count === 1 ? 'once' : `${count} times`}`)
    for (const { invariant, message, lines: where } of verdict.violations) {
      if (invariant !== id) continue
      parts.push(`  ${message}`)
      for (const line of where) if (texts.has(line)) parts.push(`    ${line}: ${texts.get(line)}`)
    }
  }
  return parts.join('\n')
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`
}
