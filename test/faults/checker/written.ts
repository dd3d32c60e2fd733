import { type History, partitionKey } from './history'
import type { Invariant } from './invariant'
import { type LogRead, valueAt } from './partition-log'

/** Where the values of a log are: value to offsets, ascending. */
function placements(log: LogRead): Map<string, number[]> {
  const places = new Map<string, number[]>()
  log.values.forEach((value, index) => {
    const offset = log.offsets[index] ?? 0
    const known = places.get(value)
    if (known === undefined) places.set(value, [offset])
    else known.push(offset)
  })
  return places
}

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
      const values = new Set(logs.flatMap(log => log.values))
      const byPartition = new Map(logs.map(log => [log.partition, log]))
      for (const send of history.sends) {
        if (send.invoke.topic !== topic || history.resultOf(send) !== 'ok') continue
        const { partition, offset } = send.completion ?? {}
        const log = partition === undefined ? undefined : byPartition.get(partition)
        const lines = [send.line, send.completionLine, ...(log?.lines.slice(0, 1) ?? [])]
        send.invoke.values.forEach((value, index) => {
          if (log === undefined || offset === undefined || offset < 0) {
            if (!values.has(value) && !(log !== undefined && log.start > 0))
              report(`'${value}' was acknowledged and is not in ${view}`, lines)
            return
          }
          const at = offset + index
          if (at < log.start || valueAt(log, at) === value) return
          const found = values.has(value) ? 'is not there' : 'is nowhere'
          report(`'${value}' was acknowledged for offset ${at} of partition ${partition} and ${found} in ${view}`, lines)
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
    for (const [view, logs] of byTopicView(history)) {
      const seen = new Set<string>()
      const doubled: [string, LogRead][] = []
      for (const log of logs) {
        for (const value of log.values) {
          if (seen.has(value)) doubled.push([value, log])
          else seen.add(value)
        }
      }
      if (doubled.length <= history.settings.doubledAtMost) continue
      for (const [value, log] of doubled) {
        const send = history.sendOf(log.topic, value)
        const places = logs.flatMap(l => (placements(l).get(value) ?? []).map(offset => `${l.partition}@${offset}`))
        report(`'${value}' is ${places.length} times in ${view}: ${places.join(', ')}`, [
          ...(send === undefined ? [] : [send.line]),
          ...log.lines.slice(0, 1)
        ])
        if (doubled.length > 20) {
          report(`${doubled.length} values are doubled in ${view}, ${history.settings.doubledAtMost} may be`, log.lines.slice(0, 1))
          break
        }
      }
    }
  }
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
      const seen = new Set<string>()
      const ranks = callRanks(history, log.topic)
      log.values.forEach((value, index) => {
        const send = history.sendOf(log.topic, value)
        if (send === undefined || seen.has(value)) return
        seen.add(value)
        const rank = ranks.get(value) ?? 0
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

function callRanks(history: History, topic: string): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const send of history.sends) {
    if (send.invoke.topic === topic) for (const value of send.invoke.values) ranks.set(value, ranks.size)
  }
  return ranks
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
    const reported = new Set<string>()
    const look = (topic: string, value: string, where: () => string, line: number): void => {
      if (!history.hasSends(topic)) return
      const send = history.sendOf(topic, value)
      if (send !== undefined && history.resultOf(send) !== 'fail') return
      const key = `${topic} ${value}`
      if (reported.has(key)) return
      reported.add(key)
      if (send === undefined) report(`'${value}' is at ${where()} and nobody sent it`, [line])
      else report(`'${value}' definitely failed and is at ${where()}`, [send.line, send.completionLine, line].filter(Number.isFinite))
    }
    for (const log of history.logs()) {
      if (!history.isCommitted(log)) continue
      log.values.forEach((value, i) =>
        look(log.topic, value, () => `${partitionKey(log)}@${log.offsets[i]} (${log.reader})`, log.lines[0] ?? 0)
      )
    }
    const committed = new Set(history.notes('subscribe').flatMap(({ note }) => (note.isolation === 'read_committed' ? [note.group] : [])))
    for (const { note, line } of history.notes('deliver')) {
      if (!committed.has(note.group)) continue
      for (const [offset, value] of note.records)
        look(note.topic, value, () => `${partitionKey(note)}@${offset}, delivered to ${note.member}`, line)
    }
  }
}

/** I18: an offset of a partition has one value, in every answer to a send, every delivery and every read of the log. */
export const inconsistentOffset: Invariant = {
  id: 'I18',
  name: 'inconsistent offset',
  check(history, report) {
    const known = new Map<string, Map<number, { value: string; line: number }>>()
    const look = (topic: string, partition: number, offset: number, value: string, line: number): void => {
      const key = partitionKey({ topic, partition })
      let offsets = known.get(key)
      if (offsets === undefined) known.set(key, (offsets = new Map()))
      const before = offsets.get(offset)
      if (before === undefined) offsets.set(offset, { value, line })
      else if (before.value !== value) report(`${key}@${offset} is '${before.value}' and '${value}'`, [before.line, line])
    }
    for (const log of history.logs()) {
      log.values.forEach((value, i) => look(log.topic, log.partition, log.offsets[i] ?? 0, value, log.lines[0] ?? 0))
    }
    for (const send of history.sends) {
      const { partition, offset, type } = send.completion ?? {}
      if (type !== 'ok' || partition === undefined || offset === undefined || offset < 0) continue
      send.invoke.values.forEach((value, i) => look(send.invoke.topic, partition, offset + i, value, send.completionLine))
    }
    for (const { note, line } of history.notes('deliver')) {
      for (const [offset, value] of note.records) look(note.topic, note.partition, offset, value, line)
    }
    differingReaders(history, report)
  }
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
