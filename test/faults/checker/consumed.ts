import { type History, type MemberEvent, partitionKey } from './history'
import type { Invariant } from './invariant'
import { firstFrom, type LogRead } from './partition-log'

/**
 * I2: every `ok` send reaches every group that has subscribed to its topic, within the recovery window after it settled or the last
 * fault was over. A group that starts at the latest offset owes only what was sent after it owned a partition of the topic.
 */
export const unseen: Invariant = {
  id: 'I2',
  name: 'unseen',
  check(history, report) {
    const windowMs = history.settings.recoveryMs * history.settings.timeScale
    const lastHeal = Math.max(Number.NEGATIVE_INFINITY, ...history.notes('heal').map(({ note }) => note.t))
    for (const { note, line } of history.notes('subscribe')) {
      for (const topic of note.topics) {
        const seenAt = firstDeliveries(history, note.group, topic)
        const owedFrom = note.from === 'earliest' ? 0 : firstAssignment(history, note.group, topic)
        for (const [number, send] of history.sentValues()) {
          if (send.invoke.topic !== topic || send.line < owedFrom || history.resultOf(send) !== 'ok') continue
          const deadline = Math.max(send.completion?.t ?? 0, lastHeal) + windowMs
          const at = seenAt.get(number)
          if (at !== undefined && at <= deadline) continue
          const what = `'${history.valueOf(number)}' of ${topic}`
          const lines = [line, send.line, send.completionLine]
          if (at === undefined) report(`${what} never reached ${note.group}`, lines)
          else report(`${what} reached ${note.group} ${(at - deadline).toFixed(0)} ms too late`, lines)
        }
      }
    }
  }
}

function firstDeliveries(history: History, group: string, topic: string): Map<number, number> {
  const seenAt = new Map<number, number>()
  for (const { note } of history.notes('deliver')) {
    if (note.group !== group || note.topic !== topic) continue
    for (const number of history.numbersOf(note)) if (!seenAt.has(number)) seenAt.set(number, note.t)
  }
  return seenAt
}

function firstAssignment(history: History, group: string, topic: string): number {
  return history.notes('assign').find(({ note }) => note.group === group && note.topic === topic)?.line ?? Number.POSITIVE_INFINITY
}

interface Position {
  /** The next offset that may be delivered. */
  next: number
  line: number
}

/** Runs through what members did; tells of each event of one that concerns a partition the member owns or owned. */
function keyOf(event: MemberEvent): string {
  const of = 'note' in event ? event.note : event.invoke
  return 'partition' in of ? `${of.group} ${of.member} ${partitionKey(of)}` : `${of.group} ${of.member}`
}

/**
 * I7: between the assignment of a partition and its end, what is delivered is what the final log shows from the starting position on:
 * nothing skipped, nothing twice, nothing that is not there. The application may seek.
 */
export const pollContinuity: Invariant = {
  id: 'I7',
  name: 'poll continuity',
  check(history, report) {
    const isolation = new Map(history.notes('subscribe').map(({ note }) => [note.group, note.isolation]))
    const positions = new Map<string, Position>()
    for (const event of history.memberEvents) {
      if (!('note' in event)) continue
      const { note, line } = event
      const key = keyOf(event)
      if (note.f === 'assign') positions.set(key, { next: note.position, line })
      else if (note.f === 'revoke') positions.delete(key)
      else if (note.f === 'seek') positions.set(key, { next: note.offset, line })
      else if (note.f === 'deliver') {
        const position = positions.get(key)
        const log = history.log(partitionKey(note), isolation.get(note.group))
        if (position === undefined) continue
        for (const [offset] of note.records) {
          const trouble = log === undefined ? backwards(position.next, offset) : compare(log, position.next, offset)
          if (trouble !== undefined) {
            report(`${note.member} of ${note.group} got ${partitionKey(note)}@${offset} ${trouble}`, [position.line, line])
          }
          position.next = offset + 1
        }
        position.line = line
      }
    }
  }
}

function backwards(next: number, offset: number): string | undefined {
  return offset < next ? `where ${next} was to come` : undefined
}

function compare(log: LogRead, next: number, offset: number): string | undefined {
  if (offset < next) return `again, or a seek was forgotten: ${next} was to come`
  // What retention has removed by now may have been there when it was read.
  if (offset < log.start) return undefined
  const expected = log.offsets[firstFrom(log, Math.max(next, log.start))]
  if (expected === offset) return undefined
  if (expected === undefined) return 'which the final log does not have'
  return expected < offset ? `and never ${expected}, which is in the log` : 'which the final log does not have'
}

/**
 * I8: nothing is handed to the application and no commit is sent for a partition that the member does not own: after its revoke or lost
 * callback has resolved, or before it was assigned. No two members process a partition in the same generation.
 */
export const ownership: Invariant = {
  id: 'I8',
  name: 'ownership',
  check(history, report) {
    const owned = new Map<string, { generation: number; line: number }>()
    const revoked = new Map<string, number>()
    const processors = new Map<string, { member: string; line: number }>()
    for (const event of history.memberEvents) {
      const key = keyOf(event)
      const of = 'note' in event ? event.note : event.invoke
      if (of.f === 'assign') owned.set(key, { generation: of.generation, line: event.line })
      else if (of.f === 'revoke') {
        owned.delete(key)
        revoked.set(key, event.line)
      } else if (of.f === 'deliver' || of.f === 'commit') {
        const assignment = owned.get(key)
        const act = of.f === 'deliver' ? 'was given records' : 'committed'
        if (assignment === undefined) {
          const lines = [revoked.get(key), event.line].filter(line => line !== undefined)
          report(`${of.member} of ${of.group} ${act} of ${partitionKey(of)}, which it does not own`, lines)
        } else if (of.f === 'deliver') {
          const claim = `${of.group} ${partitionKey(of)} ${assignment.generation}`
          const other = processors.get(claim)
          if (other === undefined) processors.set(claim, { member: of.member, line: event.line })
          else if (other.member !== of.member) {
            const both = `${other.member} and ${of.member} of ${of.group}`
            report(`${both} processed ${partitionKey(of)} in generation ${assignment.generation}`, [other.line, event.line])
          }
        }
      }
    }
  }
}
