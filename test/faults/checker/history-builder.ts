import type { Invocation, Settlement } from '../history/history-writer'
import type { HistoryLine, LoggedRecord, NoteFields, NoteName, Settings } from '../history/history-line'

/** Makes histories for the checker's own tests: topic `t`, group `g`, process `main`, one ms a line. */
export class HistoryBuilder {
  readonly lines: HistoryLine[] = []
  /** Time of the next line. */
  t = 0
  private lastOp = 0

  constructor(settings: Partial<Settings> = {}) {
    this.add({ f: 'run', type: 'note', scenario: 'made up', seed: '1', settings })
  }

  /** Writes the invocation down, and gives what writes the settlement. */
  invoke(invocation: Invocation & { process?: string }): (settlement: Settlement) => this {
    const op = ++this.lastOp
    const process = invocation.process ?? 'main'
    this.add({ ...invocation, process, type: 'invoke', op })
    return settlement => this.add({ f: invocation.f, process, op, ...settlement })
  }

  /** A send to partition 0 of `t` that is ok at `offset`. */
  sent(values: string | string[], offset?: number, more: { session?: string; transaction?: string; partition?: number } = {}): this {
    const { partition = 0, session = 's', ...rest } = more
    const invocation = { f: 'send' as const, session, topic: 't', values: [values].flat(), ...rest }
    return this.invoke(invocation)({ type: 'ok', partition, ...(offset === undefined ? {} : { offset }) })
  }

  /** A send that settles in another way. */
  unsent(value: string, settlement: Settlement, transaction?: string): this {
    return this.invoke({ f: 'send', session: 's', topic: 't', values: [value], ...(transaction === undefined ? {} : { transaction }) })(
      settlement
    )
  }

  note<F extends NoteName>(f: F, fields: NoteFields<F>): this {
    return this.add({ f, type: 'note', ...fields })
  }

  /** The final log of a partition of `t`, of records that are written `offset:value`. */
  log(records: string, more: Partial<NoteFields<'log'>> = {}): this {
    return this.note('log', {
      reader: 'java',
      isolation: 'read_committed',
      topic: 't',
      partition: 0,
      start: 0,
      ...more,
      records: parse(records)
    })
  }

  subscribe(more: Partial<NoteFields<'subscribe'>> = {}): this {
    return this.note('subscribe', { group: 'g', topics: ['t'], isolation: 'read_committed', from: 'earliest', ...more })
  }

  assign(member: string, position: number, more: Partial<NoteFields<'assign'>> = {}): this {
    return this.note('assign', { ...own(member), generation: 1, position, fromCommit: false, ...more })
  }

  deliver(member: string, records: string): this {
    return this.note('deliver', { ...own(member), records: parse(records) })
  }

  finish(member: string, offset: number): this {
    return this.note('finish', { ...own(member), offset })
  }

  seek(member: string, offset: number): this {
    return this.note('seek', { ...own(member), offset })
  }

  revoke(member: string, how: NoteFields<'revoke'>['how'] = 'revoked'): this {
    return this.note('revoke', { ...own(member), how })
  }

  /** A commit that is invoked; the result settles it. */
  commit(member: string, offset: number, more: { transaction?: string; rewind?: boolean } = {}): (settlement: Settlement) => this {
    return this.invoke({ f: 'commit', ...own(member), offset, ...more })
  }

  committed(offset: number | null): this {
    return this.note('committed', { group: 'g', topic: 't', partition: 0, offset })
  }

  end(transaction: string, commit: boolean, settlement: Settlement = { type: 'ok' }): this {
    return this.invoke({ f: 'end', transaction, commit })(settlement)
  }

  wait(ms: number): this {
    this.t += ms
    return this
  }

  private add(line: object): this {
    this.lines.push({ t: this.t++, process: 'main', ...line } as HistoryLine)
    return this
  }
}

function own(member: string): { group: string; member: string; topic: string; partition: number } {
  return { group: 'g', member, topic: 't', partition: 0 }
}

function parse(records: string): LoggedRecord[] {
  return records.split(' ').flatMap(record => {
    const [offset, value] = record.split(':')
    return offset === undefined || value === undefined ? [] : [[Number(offset), value] as LoggedRecord]
  })
}
