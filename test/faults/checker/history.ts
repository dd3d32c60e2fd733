import type {
  CallInvoke,
  CommitInvoke,
  Completion,
  EndInvoke,
  HistoryLine,
  Isolation,
  Note,
  NoteName,
  NoteOf,
  SendInvoke,
  Settings
} from '../history/history-line'
import type { LogRead } from './partition-log'

type Invoke = SendInvoke | CommitInvoke | EndInvoke | CallInvoke

/** How something ended for good: `info` is unknown. */
export type Result = 'ok' | 'fail' | 'info'

/** An invocation and what became of it. */
export interface Operation<I extends Invoke = Invoke> {
  readonly invoke: I
  readonly line: number
  /** The first one; undefined when it never settled. */
  completion: Completion | undefined
  completionLine: number
  /** Lines of further completions, which should not be. */
  readonly again: number[]
}

export type Send = Operation<SendInvoke>
export type Commit = Operation<CommitInvoke>

export interface Transaction {
  readonly name: string
  readonly sends: Send[]
  readonly commits: Commit[]
  end: Operation<EndInvoke> | undefined
}

/** A note and the number of its line. */
export interface Numbered<T> {
  readonly line: number
  readonly note: T
}

/** What members of groups did, commits at their invocation. */
type MemberNoteName = 'assign' | 'revoke' | 'deliver' | 'finish' | 'seek' | 'leave'
export type MemberNote = { [F in MemberNoteName]: NoteOf<F> }[MemberNoteName]
export type MemberEvent = Numbered<MemberNote> | Commit

/** `topic/partition`. */
export function partitionKey(of: { topic: string; partition: number }): string {
  return `${of.topic}/${of.partition}`
}

export const defaultSettings: Settings = {
  doubledAtMost: 0,
  recoveryMs: 30_000,
  graceMs: 1_000,
  timeScale: 1,
  sendsPer10s: 100,
  requestsPerSecond: {},
  backoff: null,
  caps: {},
  exitMs: 2_000,
  canaries: []
}

const memberNotes: ReadonlySet<string> = new Set(['assign', 'revoke', 'deliver', 'finish', 'seek', 'leave'])

/** A history taken apart for the invariants. Lines count from 1, as in the file. */
export class History {
  scenario = ''
  seed = ''
  settings = defaultSettings
  lineCount = 0
  /** Time of the first and the last line, ms. */
  startedAt = 0
  endedAt = 0
  readonly operations: Operation[] = []
  readonly sends: Send[] = []
  readonly commits: Commit[] = []
  readonly transactions = new Map<string, Transaction>()
  readonly memberEvents: MemberEvent[] = []
  /** Line of a process's end, by its name. */
  readonly ended = new Map<string, number>()
  private readonly logReads = new Map<string, LogRead[]>()
  /** Values of a topic to their numbers. Those that were sent come first, in the order of the calls. */
  private readonly numbers = new Map<string, Map<string, number>>()
  private readonly sendByNumber: Send[] = []
  private valueCount = 0
  private readonly delivered = new Map<object, number[]>()
  private readonly open = new Map<string, Map<number, Operation>>()
  private readonly notesByName = new Map<NoteName, Numbered<Note>[]>()

  /** @throws Error when the lines are no history: what settles was never invoked, or a value is sent twice */
  static from(lines: Iterable<HistoryLine>): History {
    const history = new History()
    for (const line of lines) history.add(line)
    history.valueCount = history.sendByNumber.length
    for (const log of history.logs()) for (const value of log.values) log.numbers.push(history.numberOf(log.topic, value))
    for (const { note } of history.notes('deliver')) {
      history.delivered.set(
        note,
        note.records.map(([, value]) => history.numberOf(note.topic, value))
      )
    }
    return history
  }

  notes<F extends NoteName>(f: F): readonly Numbered<NoteOf<F>>[] {
    return (this.notesByName.get(f) ?? []) as unknown as Numbered<NoteOf<F>>[]
  }

  /** Every read of every final log, or of one partition's. */
  logs(partition?: string): readonly LogRead[] {
    return partition === undefined ? [...this.logReads.values()].flat() : (this.logReads.get(partition) ?? [])
  }

  /** The final log of a partition as consumers of that isolation see it, or as others do where nobody read it like this. */
  log(partition: string, isolation: Isolation = 'read_committed'): LogRead | undefined {
    const reads = this.logs(partition)
    return reads.find(read => read.isolation === isolation) ?? reads[0]
  }

  /** Whether a log leaves out what was not committed. */
  isCommitted(log: LogRead): boolean {
    return log.isolation === 'read_committed' || this.transactions.size === 0
  }

  /** The send of a value by the value's number; undefined for values that nobody sent. */
  sendOf(number: number): Send | undefined {
    return this.sendByNumber[number]
  }

  /** Every value that was sent, by its number. */
  sentValues(): IterableIterator<[number, Send]> {
    return this.sendByNumber.entries()
  }

  /** The text of a value that was sent. */
  valueOf(number: number): string {
    const send = this.sendByNumber[number]
    return send?.invoke.values[number - this.sendByNumber.indexOf(send)] ?? ''
  }

  /** Numbers of the values that a `deliver` note has. */
  numbersOf(note: NoteOf<'deliver'>): readonly number[] {
    return this.delivered.get(note) ?? []
  }

  /** What became of a send or commit, its transaction counted in. */
  resultOf(operation: Send | Commit): Result {
    const own = operation.completion?.type ?? 'info'
    const name = operation.invoke.transaction
    if (name === undefined || own === 'fail') return own
    const end = this.transactions.get(name)?.end
    if (end?.completion === undefined || end.completion.type === 'info') return 'info'
    const committed = end.invoke.commit === (end.completion.type === 'ok')
    if (!end.invoke.commit && end.completion.type === 'fail') return 'info'
    return committed ? own : 'fail'
  }

  /** Line from which a result is known. */
  resultLine(operation: Send | Commit): number {
    const name = operation.invoke.transaction
    const end = name === undefined ? undefined : this.transactions.get(name)?.end
    const line = end === undefined ? operation.completionLine : Math.max(operation.completionLine, end.completionLine)
    return operation.completion === undefined ? Number.POSITIVE_INFINITY : line
  }

  private add(line: HistoryLine): void {
    const number = ++this.lineCount
    if (number === 1) this.startedAt = line.t
    this.endedAt = line.t
    if (line.type === 'invoke') this.addInvoke(line, number)
    else if (line.type !== 'note') this.addCompletion(line, number)
    else if (line.f !== 'run') this.addNote(line, number)
    else {
      this.scenario = line.scenario
      this.seed = line.seed
      this.settings = { ...defaultSettings, ...line.settings }
    }
  }

  private addInvoke(invoke: Invoke, line: number): void {
    const operation: Operation = { invoke, line, completion: undefined, completionLine: Number.POSITIVE_INFINITY, again: [] }
    let ofProcess = this.open.get(invoke.process)
    if (ofProcess === undefined) this.open.set(invoke.process, (ofProcess = new Map()))
    if (ofProcess.has(invoke.op)) throw new Error(`Line ${line}: ${invoke.process} has invoked operation ${invoke.op} before`)
    ofProcess.set(invoke.op, operation)
    this.operations.push(operation)
    if (invoke.f === 'send') this.addSend(operation as Send)
    else if (invoke.f === 'commit') this.addCommit(operation as Commit)
    else if (invoke.f === 'end') this.transaction(invoke.transaction).end = operation as Operation<EndInvoke>
  }

  private addSend(send: Send): void {
    this.sends.push(send)
    const { topic, values, transaction } = send.invoke
    if (transaction !== undefined) this.transaction(transaction).sends.push(send)
    const numbers = this.numbersOfTopic(topic)
    for (const value of values) {
      const before = numbers.size
      numbers.set(value, this.sendByNumber.length)
      this.sendByNumber.push(send)
      if (numbers.size === before) {
        throw new Error(`Line ${send.line}: '${value}' has been sent to ${topic} before: values have to be unique`)
      }
    }
  }

  private addCommit(commit: Commit): void {
    this.commits.push(commit)
    this.memberEvents.push(commit)
    const { transaction } = commit.invoke
    if (transaction !== undefined) this.transaction(transaction).commits.push(commit)
  }

  private addCompletion(completion: Completion, line: number): void {
    const operation = this.open.get(completion.process)?.get(completion.op)
    if (operation === undefined || operation.invoke.f !== completion.f) {
      throw new Error(`Line ${line}: ${completion.process} has not invoked ${completion.f} ${completion.op}`)
    }
    if (operation.completion !== undefined) operation.again.push(line)
    else {
      operation.completion = completion
      operation.completionLine = line
    }
  }

  private addNote(note: Note, line: number): void {
    if (note.f === 'log') this.addLog(note, line)
    else if (note.f === 'ended') this.ended.set(note.ended, line)
    else if (note.f === 'begin') this.transaction(note.transaction)
    if (memberNotes.has(note.f)) this.memberEvents.push({ note: note as MemberNote, line })
    const notes = this.notesByName.get(note.f)
    if (notes === undefined) this.notesByName.set(note.f, [{ note, line }])
    else notes.push({ note, line })
  }

  private addLog(note: NoteOf<'log'>, line: number): void {
    const key = partitionKey(note)
    let reads = this.logReads.get(key)
    if (reads === undefined) this.logReads.set(key, (reads = []))
    let log = reads.find(read => read.reader === note.reader && read.isolation === note.isolation)
    if (log === undefined) {
      const { reader, isolation, topic, partition, start } = note
      log = { reader, isolation, topic, partition, start, offsets: [], values: [], numbers: [], lines: [] }
      reads.push(log)
    }
    log.lines.push(line)
    for (const [offset, value] of note.records) {
      const last = log.offsets.at(-1)
      if (last !== undefined && offset <= last) throw new Error(`Line ${line}: offset ${offset} of ${key} comes after ${last}`)
      log.offsets.push(offset)
      log.values.push(value)
    }
  }

  /** The number of a value; one that nobody sent gets the next. */
  private numberOf(topic: string, value: string): number {
    const numbers = this.numbersOfTopic(topic)
    let number = numbers.get(value)
    if (number === undefined) numbers.set(value, (number = this.valueCount++))
    return number
  }

  private numbersOfTopic(topic: string): Map<string, number> {
    let numbers = this.numbers.get(topic)
    if (numbers === undefined) this.numbers.set(topic, (numbers = new Map()))
    return numbers
  }

  private transaction(name: string): Transaction {
    let transaction = this.transactions.get(name)
    if (transaction === undefined) this.transactions.set(name, (transaction = { name, sends: [], commits: [], end: undefined }))
    return transaction
  }
}
