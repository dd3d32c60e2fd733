import { type History, partitionKey } from './history'
import type { Invariant } from './invariant'

type Report = (message: string, lines: readonly number[]) => void

/** From the first fault to the moment none was active any more. */
interface Trouble {
  from: number
  fromLine: number
  /** Undefined when the history ends before. */
  to: number | undefined
  toLine: number
}

/**
 * I13: when the last active fault is over, something succeeds within the recovery window, if anything was asked for; and while a fault
 * leaves some partitions alone, these take 100 sends in every 10 s.
 */
export const liveness: Invariant = {
  id: 'I13',
  name: 'liveness',
  check(history, report) {
    const windowMs = history.settings.recoveryMs * history.settings.timeScale
    const successes = successTimes(history)
    for (const { to, toLine } of troubles(history)) {
      if (to === undefined || history.endedAt < to + windowMs) continue
      if ((nextFrom(successes, to) ?? Number.POSITIVE_INFINITY) <= to + windowMs || !asked(history, to, to + windowMs)) continue
      report(`nothing succeeded in the ${windowMs} ms after the last fault was over`, [toLine])
    }
    for (const { note, line } of history.notes('fault')) {
      if (note.spares === undefined) continue
      const heal = history.notes('heal').find(h => h.note.fault === note.fault && h.line > line)
      sparedPartitions(history, new Set(note.spares), note.t, heal?.note.t ?? history.endedAt, line, report)
    }
  }
}

/** Longest time from the end of all faults to the next success, ms. */
export function longestRecoveryMs(history: History): number {
  const successes = successTimes(history)
  const waits = troubles(history).map(({ to }) => {
    const next = to === undefined ? undefined : nextFrom(successes, to)
    return to === undefined || next === undefined ? 0 : next - to
  })
  return Math.max(0, ...waits)
}

function troubles(history: History): Trouble[] {
  const found: Trouble[] = []
  const active = new Set<string>()
  const events = [...history.notes('fault'), ...history.notes('heal')].sort((a, b) => a.line - b.line)
  for (const { note, line } of events) {
    const before = active.size
    if (note.f === 'fault') active.add(note.fault)
    else active.delete(note.fault)
    if (before === 0 && active.size > 0) found.push({ from: note.t, fromLine: line, to: undefined, toLine: line })
    const last = found.at(-1)
    if (before > 0 && active.size === 0 && last !== undefined) Object.assign(last, { to: note.t, toLine: line })
  }
  return found
}

/** Whether something was waited for in [from, to], long enough before its end to be done. */
function asked(history: History, from: number, to: number): boolean {
  return history.operations.some(({ invoke, completion }) => {
    return invoke.t < (from + to) / 2 && (completion?.t ?? Number.POSITIVE_INFINITY) >= from && !history.ended.has(invoke.process)
  })
}

/** The first of ascending times that is not before `from`. */
function nextFrom(times: readonly number[], from: number): number | undefined {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return times[low]
}

function successTimes(history: History): number[] {
  const sends = history.operations.flatMap(({ completion }) => (completion?.type === 'ok' ? [completion.t] : []))
  return [...sends, ...history.notes('deliver').map(({ note }) => note.t)].sort((a, b) => a - b)
}

function sparedPartitions(history: History, spared: Set<string>, from: number, to: number, line: number, report: Report): void {
  const stepMs = 10_000
  const counts = new Array<number>(Math.max(0, Math.floor((to - from) / stepMs))).fill(0)
  for (const { invoke, completion } of history.sends) {
    const partition = completion?.partition
    if (completion?.type !== 'ok' || partition === undefined || !spared.has(partitionKey({ topic: invoke.topic, partition }))) continue
    const index = Math.floor((completion.t - from) / stepMs)
    if (index in counts) counts[index] = (counts[index] ?? 0) + invoke.values.length
  }
  const floor = history.settings.sendsPer10s / history.settings.timeScale
  counts.forEach((count, index) => {
    if (count < floor)
      report(`${count} sends to spared partitions in 10 s, ${index * 10} s into the fault: at least ${floor} are due`, [line])
  })
}

/**
 * I14: a client that meets an error does not hammer: no broker gets more requests of an API in any second of a fault than the run allows,
 * and the waits between attempts grow as the back-off says.
 */
export const noHotLoop: Invariant = {
  id: 'I14',
  name: 'no hot loop',
  check(history, report) {
    for (const trouble of troubles(history)) requestRates(history, trouble, report)
    waits(history, report)
  }
}

function requestRates(history: History, trouble: Trouble, report: Report): void {
  const { requestsPerSecond } = history.settings
  const recent = new Map<string, { t: number; line: number }[]>()
  const reported = new Set<string>()
  for (const { note, line } of history.notes('request')) {
    if (note.t < trouble.from || note.t > (trouble.to ?? history.endedAt)) continue
    const bound = requestsPerSecond[note.api] ?? requestsPerSecond['default'] ?? Number.POSITIVE_INFINITY
    const key = `${note.api} ${note.broker}`
    const second = (recent.get(key) ?? []).filter(({ t }) => t > note.t - 1_000)
    second.push({ t: note.t, line })
    recent.set(key, second.slice(-bound - 1))
    if (second.length <= bound || reported.has(key)) continue
    reported.add(key)
    report(`broker ${note.broker} got more than ${bound} ${note.api} requests within a second of a fault`, [second[0]?.line ?? line, line])
  }
}

function waits(history: History, report: Report): void {
  const { backoff } = history.settings
  if (backoff === null) return
  for (const { note, line } of history.notes('retry')) {
    const due = Math.min(backoff.maxMs, backoff.initialMs * backoff.multiplier ** note.attempt)
    const least = due * (1 - backoff.jitter)
    if (note.waitMs < least)
      report(`attempt ${note.attempt} of ${note.call} is followed in ${note.waitMs} ms, at least ${least.toFixed(0)} are due`, [line])
  }
}
