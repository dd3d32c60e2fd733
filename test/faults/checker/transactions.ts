import { type Commit, type History, partitionKey, type Transaction } from './history'
import type { Invariant } from './invariant'

/**
 * I6: of a transaction all or nothing is visible to readers of committed records, its writes and its offsets alike, and nothing of it
 * before its commit was asked for. Writes of a transaction that was aborted are I5's.
 */
export const atomicity: Invariant = {
  id: 'I6',
  name: 'atomicity',
  check(history, report) {
    if (history.transactions.size === 0) return
    const visible = committedValues(history)
    const offsets = new OffsetEvidence(history)
    for (const transaction of history.transactions.values()) {
      const { shown, hidden } = writesOf(transaction, visible)
      const applied = transaction.commits.filter(commit => offsets.shows(commit))
      const missing = transaction.commits.filter(commit => commit.completion?.type === 'ok' && offsets.denies(commit))
      const aborted = transaction.end !== undefined && isAborted(transaction)
      const lines = [...linesOf(transaction), ...applied.map(c => c.line), ...missing.map(c => c.line)]
      const of = `of transaction ${transaction.name}`
      if (shown.length > 0 && hidden.length > 0) report(`'${shown[0]}' ${of} is visible and '${hidden[0]}' is not`, lines)
      if (shown.length > 0 && missing[0] !== undefined)
        report(`'${shown[0]}' ${of} is visible, its offset ${what(missing[0])} is not`, lines)
      if (applied[0] !== undefined && hidden.length > 0) report(`offset ${what(applied[0])} ${of} is visible, '${hidden[0]}' is not`, lines)
      if (applied[0] !== undefined && aborted) report(`offset ${what(applied[0])} ${of}, which was aborted, is visible`, lines)
    }
    precommittedReads(history, report)
  }
}

function isAborted({ end }: Transaction): boolean {
  const type = end?.completion?.type
  return end !== undefined && ((end.invoke.commit && type === 'fail') || (!end.invoke.commit && type === 'ok'))
}

function linesOf({ end, sends }: Transaction): number[] {
  return [...sends.slice(0, 3).map(send => send.line), ...(end === undefined ? [] : [end.line])]
}

function what({ invoke }: Commit): string {
  return `${invoke.offset} of ${partitionKey(invoke)} for ${invoke.group}`
}

/** Values by topic that every committed read of the log has. */
function committedValues(history: History): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const log of history.logs()) {
    if (log.isolation !== 'read_committed') continue
    let ofTopic = values.get(log.topic)
    if (ofTopic === undefined) values.set(log.topic, (ofTopic = new Set()))
    for (const value of log.values) ofTopic.add(value)
  }
  return values
}

function writesOf(transaction: Transaction, visible: Map<string, Set<string>>): { shown: string[]; hidden: string[] } {
  const shown: string[] = []
  const hidden: string[] = []
  if (isAborted(transaction)) return { shown, hidden }
  for (const send of transaction.sends) {
    const values = visible.get(send.invoke.topic)
    if (values === undefined) continue
    for (const value of send.invoke.values) {
      if (values.has(value)) shown.push(value)
      else if (send.completion?.type === 'ok') hidden.push(value)
    }
  }
  return { shown, hidden }
}

/** What later looks at a group's commits say about the offsets of a transaction. */
class OffsetEvidence {
  /** Offsets that were seen as committed, by group and partition. */
  private readonly seen = new Map<string, Set<number>>()
  private readonly final = new Map<string, number>()
  private readonly askedFor = new Map<string, number>()
  private readonly rewound = new Set<string>()

  constructor(history: History) {
    for (const commit of history.commits) {
      const key = `${commit.invoke.group} ${partitionKey(commit.invoke)}`
      const exact = `${key} ${commit.invoke.offset}`
      if (commit.completion?.type !== 'fail') this.askedFor.set(exact, (this.askedFor.get(exact) ?? 0) + 1)
      if (commit.invoke.rewind === true) this.rewound.add(key)
    }
    for (const { note } of history.notes('assign')) if (note.fromCommit) this.see(`${note.group} ${partitionKey(note)}`, note.position)
    for (const { note } of history.notes('committed')) {
      const key = `${note.group} ${partitionKey(note)}`
      this.final.set(key, note.offset ?? -1)
      if (note.offset !== null) this.see(key, note.offset)
    }
  }

  /** Someone saw this offset, and no other commit can have made it. */
  shows({ invoke }: Commit): boolean {
    const key = `${invoke.group} ${partitionKey(invoke)}`
    return this.seen.get(key)?.has(invoke.offset) === true && this.askedFor.get(`${key} ${invoke.offset}`) === 1
  }

  /** The group ended below this offset. */
  denies({ invoke }: Commit): boolean {
    const key = `${invoke.group} ${partitionKey(invoke)}`
    const final = this.final.get(key)
    return final !== undefined && final < invoke.offset && !this.rewound.has(key)
  }

  private see(key: string, offset: number): void {
    const offsets = this.seen.get(key)
    if (offsets === undefined) this.seen.set(key, new Set([offset]))
    else offsets.add(offset)
  }
}

function precommittedReads(history: History, report: (message: string, lines: readonly number[]) => void): void {
  const isolated = new Set(history.notes('subscribe').flatMap(({ note }) => (note.isolation === 'read_committed' ? [note.group] : [])))
  for (const { note, line } of history.notes('deliver')) {
    if (!isolated.has(note.group)) continue
    for (const [i, number] of history.numbersOf(note).entries()) {
      const send = history.sendOf(number)
      const [offset, value] = note.records[i] ?? [0, '']
      const name = send?.invoke.transaction
      if (send === undefined || name === undefined) continue
      const end = history.transactions.get(name)?.end
      if (end !== undefined && end.line < line) continue
      report(`'${value}' of transaction ${name} was read at ${partitionKey(note)}@${offset} before it was to be committed`, [
        send.line,
        line
      ])
    }
  }
}
