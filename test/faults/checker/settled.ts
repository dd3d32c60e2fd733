import { type History, type Operation, partitionKey } from './history'
import type { Invariant } from './invariant'

/**
 * I10: every promise with a deadline settles once, within it and a second's grace. What its error says about the outcome agrees with how
 * it was taken, and what was certainly not applied is in no log, committed or not. A process that has ended owes nothing more.
 */
export const settlement: Invariant = {
  id: 'I10',
  name: 'settlement',
  check(history, report) {
    for (const operation of history.operations) {
      const { invoke, line, completion, completionLine, again } = operation
      const name = `${invoke.f} ${invoke.op} of ${invoke.process}`
      if (again.length > 0) report(`${name} settled ${again.length + 1} times`, [line, completionLine, ...again])
      if (completion === undefined) {
        if (invoke.deadlineMs !== undefined && owes(history, operation)) report(`${name} never settled`, [line])
        continue
      }
      const lateMs = completion.t - invoke.t - (invoke.deadlineMs ?? Number.POSITIVE_INFINITY)
      if (lateMs > history.settings.graceMs * history.settings.timeScale) {
        report(`${name} settled ${lateMs.toFixed(0)} ms after its deadline`, [line, completionLine])
      }
      const { outcome, type } = completion
      const says = { 'not-applied': 'fail', 'maybe-applied': 'info' } as const
      if (outcome !== undefined && says[outcome] !== type)
        report(`${name} ended as ${type} with an error that says ${outcome}`, [line, completionLine])
    }
    notAppliedButThere(history, report)
  }
}

/** Whether it should have settled by the end of the history. */
function owes(history: History, { invoke }: Operation): boolean {
  if (history.ended.has(invoke.process)) return false
  return history.endedAt > invoke.t + (invoke.deadlineMs ?? 0) + history.settings.graceMs * history.settings.timeScale
}

/** The committed log is I5's; this looks at everything else. */
function notAppliedButThere(history: History, report: (message: string, lines: readonly number[]) => void): void {
  for (const log of history.logs()) {
    if (history.isCommitted(log)) continue
    log.values.forEach((value, index) => {
      const send = history.sendOf(log.numbers[index] ?? -1)
      if (send?.completion?.outcome !== 'not-applied') return
      const where = `${partitionKey(log)}@${log.offsets[index]} (${log.reader})`
      report(`'${value}' was not applied, says its error, and is at ${where}`, [send.line, send.completionLine, ...log.lines.slice(0, 1)])
    })
  }
}
