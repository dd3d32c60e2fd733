import { type Commit, type History, type MemberEvent, partitionKey } from './history'
import type { Invariant } from './invariant'
import { hasRecordBetween } from './partition-log'

type Report = (message: string, lines: readonly number[]) => void

/** What is known of a group's commits for a partition while going through the history. */
interface GroupPartition {
  /** Every offset that may have been committed. */
  asked: Set<number>
  /** The highest commit that was confirmed by now. Those from before the application last rewound bind no more. */
  confirmed: Commit | undefined
  /** Will be confirmed later in the history. */
  unconfirmed: Commit[]
}

/** What a member has done with a partition since it was assigned. */
interface Holding {
  /** Everything below it is finished. */
  finishedBelow: number
  from: number
  line: number
  didWork: boolean
}

/**
 * I9: a commit covers no record whose handler has not finished; commits do not go back unless the application asks for it; after a clean
 * close everything finished is committed; the next owner starts where the commit is. Commits that overlap in time may take effect in
 * either order, those without an answer at any time or never; the final commit is at or above each that was confirmed.
 */
export const commitSafety: Invariant = {
  id: 'I9',
  name: 'commit safety',
  check(history, report) {
    new CommitCheck(history, report).run()
  }
}

class CommitCheck {
  private readonly partitions = new Map<string, GroupPartition>()
  private readonly holdings = new Map<string, Holding>()

  constructor(
    private readonly history: History,
    private readonly report: Report
  ) {}

  run(): void {
    for (const event of this.history.memberEvents) this.step(event)
    for (const { note, line } of this.history.notes('committed')) {
      const state = this.partitionOf(note)
      this.checkSeen(note.group, partitionKey(note), state, note.offset ?? -1, line, 'the final commit')
    }
  }

  private step(event: MemberEvent): void {
    if (!('note' in event)) {
      this.commit(event)
      return
    }
    const { note, line } = event
    if (note.f === 'leave') {
      if (note.clean) this.leave(note.group, note.member, line)
      return
    }
    const key = `${note.group} ${note.member} ${partitionKey(note)}`
    const holding = this.holdings.get(key)
    if (note.f === 'assign') {
      const state = this.partitionOf(note)
      if (note.fromCommit) this.checkSeen(note.group, partitionKey(note), state, note.position, line, `${note.member}'s start`)
      this.holdings.set(key, { finishedBelow: note.position, from: note.position, line, didWork: false })
    } else if (note.f === 'revoke') {
      if (note.how !== 'closed') this.holdings.delete(key)
    } else if (note.f === 'seek') {
      const state = this.partitionOf(note)
      unbind(state)
      if (holding !== undefined) Object.assign(holding, { finishedBelow: note.offset, from: note.offset, line })
    } else if (note.f === 'finish' && holding !== undefined) {
      Object.assign(holding, { finishedBelow: Math.max(holding.finishedBelow, note.offset + 1), line, didWork: true })
    }
  }

  private commit(commit: Commit): void {
    const { group, member, offset, rewind } = commit.invoke
    const partition = partitionKey(commit.invoke)
    const state = this.partitionOf(commit.invoke)
    const holding = this.holdings.get(`${group} ${member} ${partition}`)
    if (holding !== undefined && rewind !== true && this.skips(partition, holding.finishedBelow, offset)) {
      const done = `only what is below ${holding.finishedBelow} was finished`
      this.report(`${member} of ${group} committed ${offset} of ${partition} when ${done}`, [holding.line, commit.line])
    }
    if (rewind === true) unbind(state)
    const earlier = this.confirmedBefore(state, commit.line)
    const result = this.history.resultOf(commit)
    if (result === 'ok' && earlier !== undefined && earlier.invoke.offset > offset) {
      const lines = [earlier.line, earlier.completionLine, commit.line, commit.completionLine]
      this.report(`${member} of ${group} committed ${offset} of ${partition} after ${earlier.invoke.offset}`, lines)
    }
    if (result !== 'fail') state.asked.add(offset)
    if (result === 'ok') state.unconfirmed.push(commit)
  }

  private confirmedBefore(state: GroupPartition, line: number): Commit | undefined {
    state.unconfirmed = state.unconfirmed.filter(commit => {
      if (this.history.resultLine(commit) > line) return true
      if (state.confirmed === undefined || commit.invoke.offset > state.confirmed.invoke.offset) state.confirmed = commit
      return false
    })
    return state.confirmed
  }

  /** Whether committing `offset` covers something unfinished. Offsets without a visible record need no handler. */
  private skips(partition: string, finishedBelow: number, offset: number): boolean {
    if (offset <= finishedBelow) return false
    const log = this.history.log(partition)
    return log === undefined || hasRecordBetween(log, finishedBelow, offset)
  }

  private leave(group: string, member: string, line: number): void {
    const prefix = `${group} ${member} `
    for (const [key, holding] of this.holdings) {
      if (!key.startsWith(prefix)) continue
      const partition = key.slice(prefix.length)
      const state = this.partitions.get(`${group} ${partition}`)
      const confirmed = state === undefined ? undefined : this.confirmedBefore(state, line)
      const committed = Math.max(holding.from, confirmed?.invoke.offset ?? 0)
      this.holdings.delete(key)
      const log = this.history.log(partition)
      const covers = committed >= holding.finishedBelow || (log !== undefined && !hasRecordBetween(log, committed, holding.finishedBelow))
      if (holding.didWork && !covers) {
        this.report(`${member} of ${group} left cleanly at ${holding.finishedBelow} of ${partition}, with ${committed} committed`, [
          holding.line,
          line
        ])
      }
    }
  }

  /** A commit that someone saw has to be one that was asked for, and at least the last one that was confirmed before. */
  private checkSeen(group: string, partition: string, state: GroupPartition, seen: number, line: number, what: string): void {
    const last = this.confirmedBefore(state, line)
    if (last !== undefined && seen < last.invoke.offset) {
      const lines = [last.line, last.completionLine, line]
      this.report(`${what} of ${group} in ${partition} is ${seen}, below the confirmed commit ${last.invoke.offset}`, lines)
    } else if (seen >= 0 && !state.asked.has(seen)) {
      this.report(`${what} of ${group} in ${partition} is ${seen}, which nobody committed`, [line])
    }
  }

  private partitionOf(of: { group: string; topic: string; partition: number }): GroupPartition {
    const key = `${of.group} ${partitionKey(of)}`
    let state = this.partitions.get(key)
    if (state === undefined) this.partitions.set(key, (state = { asked: new Set(), confirmed: undefined, unconfirmed: [] }))
    return state
  }
}

function unbind(state: GroupPartition): void {
  state.confirmed = undefined
  state.unconfirmed = []
}
