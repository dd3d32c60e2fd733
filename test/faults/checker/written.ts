import { type History, partitionKey } from './history'
import type { Invariant } from './invariant'
import { type LogRead, valueAt } from './partition-log'

/** Groups logs that together are one reader's view of a topic. */
function byTopicView(history: History): Map<string, LogRead[]> {
  const views = new Map<string, LogRead[]>()
  for (const log of history.logs()) {
    const key = `${log.topic} as ${log.reader} reads it with ${log.isolation}`
    const logs = views.get(key)
    if (logs === undefined) views.set(key, [log])
    else logs.push(log)
  }
  return views
}

/**
 * I1: every `ok` send is in the final log, at the offset that was returned, if one was. Every reader of the log has to see it. A value
 * below the log start offset has been removed by intention and is not missed.
 */
export const lostWrite: Invariant = {
  id: 'I1',
  name: 'lost write',
  check(history, report) {
    for (const [view, logs] of byTopicView(history)) {
      const topic = logs[0]?.topic ?? ''
      let all: Set<string> | undefined
      const isSomewhere = (value: string): boolean => (all ??= new Set(logs.flatMap(log => log.values))).has(value)
      const byPartition = new Map(logs.map(log => [log.partition, log]))
      for (const send of history.sends) {
        if (send.invoke.topic !== topic || history.resultOf(send) !== 'ok') continue
        const { partition, offset } = send.completion ?? {}
        const log = partition === undefined ? undefined : byPartition.get(partition)
        const lines = (): number[] => [send.line, send.completionLine, ...(log?.lines.slice(0, 1) ?? [])]
        send.invoke.values.forEach((value, index) => {
          if (log === undefined || offset === undefined || offset < 0) {
            if (!isSomewhere(value) && !(log !== undefined && log.start > 0))
              report(`'${value}' was acknowledged and is not in ${view}`, lines())
            return
          }
          const at = offset + index
          if (at < log.start || valueAt(log, at) === value) return
          const found = isSomewhere(value) ? 'is not there' : 'is nowhere'
          report(`'${value}' was acknowledged for offset ${at} of partition ${partition} and ${found} in ${view}`, lines())
        })
      }
    }
  }
}

/** I3: each value is at one offset at most. Runs that promise less say how many may be doubled. */
export const duplicate: Invariant = {
  id: 'I3',
  name: 'duplicate',
  check(history, report) {
    for (const [view, doubled] of doubledValues(history)) {
      if (doubled.length <= history.settings.doubledAtMost) continue
      for (const { log, index } of doubled) {
        const send = history.sendOf(log.numbers[index] ?? -1)
        const first = send === undefined ? [] : [send.line]
        const where = `${partitionKey(log)}@${log.offsets[index]}`
        report(`'${log.values[index]}' is once more at ${where} in ${view}`, [...first, ...log.lines.slice(0, 1)])
      }
    }
  }
}

/** For each view of a topic, the places of values that it has seen before. */
export function doubledValues(history: History): Map<string, { log: LogRead; index: number }[]> {
  const found = new Map<string, { log: LogRead; index: number }[]>()
  for (const [view, logs] of byTopicView(history)) {
    const seen = new Set<number>()
    const doubled: { log: LogRead; index: number }[] = []
    for (const log of logs) {
      for (const [index, number] of log.numbers.entries()) {
        if (seen.has(number)) doubled.push({ log, index })
        else seen.add(number)
      }
    }
    found.set(view, doubled)
  }
  return found
}

/**
 * I4: within a producer session and a partition, the order in the log is the order of the calls. Of a value that is there more than once
 * (I3) the first place counts. So do the offsets that were returned, where there is no log.
 */
export const order: Invariant = {
  id: 'I4',
  name: 'order',
  check(history, report) {
    for (const log of history.logs()) {
      const last = new Map<string, { rank: number; value: string; line: number }>()
      const seen = new Set<number>()
      log.values.forEach((value, index) => {
        const rank = log.numbers[index] ?? -1
        const send = history.sendOf(rank)
        if (send === undefined || seen.has(rank)) return
        seen.add(rank)
        const before = last.get(send.invoke.session)
        if (before !== undefined && rank < before.rank) {
          const where = `${partitionKey(log)}@${log.offsets[index]} (${log.reader})`
          report(`'${value}' was sent before '${before.value}' and comes after it at ${where}`, [
            send.line,
            before.line,
            ...log.lines.slice(0, 1)
          ])
        } else last.set(send.invoke.session, { rank, value, line: send.line })
      })
    }
    returnedOrder(history, report)
  }
}

function returnedOrder(history: History, report: (message: string, lines: readonly number[]) => void): void {
  const last = new Map<string, { offset: number; line: number }>()
  for (const send of history.sends) {
    const { partition, offset, type } = send.completion ?? {}
    if (type !== 'ok' || partition === undefined || offset === undefined || offset < 0) continue
    const where = partitionKey({ topic: send.invoke.topic, partition })
    if (history.logs(where).length > 0) continue
    const key = `${send.invoke.session} ${where}`
    const before = last.get(key)
    if (before !== undefined && offset <= before.offset) {
      report(`offset ${offset} of ${where} was returned for a later call than ${before.offset}`, [
        before.line,
        send.line,
        send.completionLine
      ])
    } else last.set(key, { offset: offset + send.invoke.values.length - 1, line: send.line })
  }
}

/**
 * I5: what definitely failed, by itself or with its transaction, is never in the committed log nor given to a reader of committed
 * records. Neither is a value that nobody sent.
 */
export const definiteFailure: Invariant = {
  id: 'I5',
  name: 'definite failure',
  check(history, report) {
    const reported = new Set<number>()
    const topics = new Set(history.sends.map(({ invoke }) => invoke.topic))
    const look = (number: number, value: string, where: () => string, line: number): void => {
      const send = history.sendOf(number)
      if ((send !== undefined && history.resultOf(send) !== 'fail') || reported.has(number)) return
      reported.add(number)
      if (send === undefined) report(`'${value}' is at ${where()} and nobody sent it`, [line])
      else report(`'${value}' definitely failed and is at ${where()}`, [send.line, send.completionLine, line].filter(Number.isFinite))
    }
    for (const log of history.logs()) {
      if (!history.isCommitted(log) || !topics.has(log.topic)) continue
      log.values.forEach((value, i) => {
        look(log.numbers[i] ?? -1, value, () => `${partitionKey(log)}@${log.offsets[i]} (${log.reader})`, log.lines[0] ?? 0)
      })
    }
    const committed = new Set(history.notes('subscribe').flatMap(({ note }) => (note.isolation === 'read_committed' ? [note.group] : [])))
    for (const { note, line } of history.notes('deliver')) {
      if (!committed.has(note.group) || !topics.has(note.topic)) continue
      for (const [i, number] of history.numbersOf(note).entries()) {
        const [offset, value] = note.records[i] ?? [0, '']
        look(number, value, () => `${partitionKey(note)}@${offset}, delivered to ${note.member}`, line)
      }
    }
  }
}

/** I18: an offset of a partition has one value, in every answer to a send, every delivery and every read of the log. */
export const inconsistentOffset: Invariant = {
  id: 'I18',
  name: 'inconsistent offset',
  check(history, report) {
    const known = new Map<string, { values: Map<number, string>; lines: Map<number, number> }>()
    const look = (partition: string, records: Iterable<readonly [number, string]>, line: number): void => {
      let before = known.get(partition)
      if (before === undefined) known.set(partition, (before = { values: new Map(), lines: new Map() }))
      for (const [offset, value] of records) {
        const other = before.values.get(offset)
        if (other === undefined) {
          before.values.set(offset, value)
          before.lines.set(offset, line)
        } else if (other !== value) {
          report(`${partition}@${offset} is '${other}' and '${value}'`, [before.lines.get(offset) ?? line, line])
        }
      }
    }
    for (const log of history.logs()) look(partitionKey(log), recordsOf(log), log.lines[0] ?? 0)
    for (const send of history.sends) {
      const { partition, offset, type } = send.completion ?? {}
      if (type !== 'ok' || partition === undefined || offset === undefined || offset < 0) continue
      const { topic, values } = send.invoke
      look(
        partitionKey({ topic, partition }),
        values.map((value, i) => [offset + i, value] as const),
        send.completionLine
      )
    }
    for (const { note, line } of history.notes('deliver')) look(partitionKey(note), note.records, line)
    differingReaders(history, report)
  }
}

function* recordsOf(log: LogRead): Generator<[number, string]> {
  for (const [index, value] of log.values.entries()) yield [log.offsets[index] ?? 0, value]
}

/** Two readers of the same log have to see the same offsets, or one of them skips. */
function differingReaders(history: History, report: (message: string, lines: readonly number[]) => void): void {
  const first = new Map<string, LogRead>()
  for (const log of history.logs()) {
    const key = `${partitionKey(log)} ${log.isolation}`
    const other = first.get(key)
    if (other === undefined) first.set(key, log)
    else {
      for (const [a, b] of [
        [log, other],
        [other, log]
      ] as const) {
        const offset = a.offsets.find(o => o >= b.start && valueAt(b, o) === undefined)
        if (offset !== undefined)
          report(`${a.reader} sees ${partitionKey(log)}@${offset} and ${b.reader} does not`, [
            ...a.lines.slice(0, 1),
            ...b.lines.slice(0, 1)
          ])
      }
    }
  }
}
