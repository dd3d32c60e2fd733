/**
 * What a run leaves behind: one JSON object a line, in the order in which things happened. An operation is invoked and then settles as
 * `ok`, `fail` (definitely not applied) or `info` (unknown); one that never settles counts as `info`. Everything else is a note.
 *
 * Topics that are deleted and made anew are different topics to the checker: call them `name@1`, `name@2`. Values of a topic are unique.
 */
export type HistoryLine = RunNote | SendInvoke | CommitInvoke | EndInvoke | CallInvoke | Completion | Note

/** Every line has these. */
export interface Stamp {
  /** ms of the machine's monotonic clock, which all processes share. */
  t: number
  /** Who wrote the line. */
  process: string
}

/** How a run judges: the first line of a history. */
export interface Settings {
  /** Values may be doubled this often in all, for runs that promise at-least-once; default 0. */
  doubledAtMost: number
  /** ms after the last fault within which every value has to reach every group (I2) and progress has to resume (I13). */
  recoveryMs: number
  /** ms over an operation's deadline that are forgiven (I10), before `timeScale`. */
  graceMs: number
  /** What this machine is slower than the one the durations were chosen on. */
  timeScale: number
  /** ok sends to partitions that a fault does not touch, in each 10 s of it (I13). */
  sendsPer10s: number
  /** Requests of one API that a broker may get in any second of a fault (I14); `default` for those not named. */
  requestsPerSecond: Record<string, number>
  /** What the waits between attempts have to follow (I14), durations in ms; jitter 0.2 means ± 20 %. */
  backoff: { initialMs: number; multiplier: number; maxMs: number; jitter: number } | null
  /** Caps (I12): resident, heap and external bytes, p99 of the event loop's delay in ms, open sockets. */
  caps: Partial<Record<Resource, number>>
  /** ms that a process may take to end after its last `close()` (I11). */
  exitMs: number
  /** Texts that must not get out (I16). */
  canaries: string[]
}

export type Resource = 'rss' | 'heap' | 'external' | 'loopDelayMs' | 'sockets'

export interface RunNote extends Stamp {
  f: 'run'
  type: 'note'
  scenario: string
  seed: string
  settings: Partial<Settings>
}

interface Invoke extends Stamp {
  type: 'invoke'
  /** Unique within the process. */
  op: number
  /** ms from the invocation within which it has to settle. */
  deadlineMs?: number
}

/** Values for one partition in the order of the call. */
export interface SendInvoke extends Invoke {
  f: 'send'
  /** One producer from its start to its end: within it, the order of calls is kept. */
  session: string
  topic: string
  values: string[]
  transaction?: string
}

export interface CommitInvoke extends Invoke, Member {
  f: 'commit'
  topic: string
  partition: number
  /** The next offset to read. */
  offset: number
  transaction?: string
  /** The application asked for an offset below the committed one. */
  rewind?: boolean
}

/** The end of a transaction. */
export interface EndInvoke extends Invoke {
  f: 'end'
  transaction: string
  commit: boolean
}

/** Any other promise. */
export interface CallInvoke extends Invoke {
  f: 'call'
  what: string
}

/** How an operation settled. */
export interface Completion extends Stamp {
  f: 'send' | 'commit' | 'end' | 'call'
  type: 'ok' | 'fail' | 'info'
  op: number
  /** Of a send that is ok. */
  partition?: number
  /** Of a send that is ok: offset of its first value, where one was returned. */
  offset?: number
  error?: string
  /** What the error says about itself. */
  outcome?: 'not-applied' | 'maybe-applied'
}

interface Member {
  group: string
  member: string
}

interface OwnedPartition extends Member {
  topic: string
  partition: number
}

/** Offset and value. */
export type LoggedRecord = [offset: number, value: string]

export type Isolation = 'read_committed' | 'read_uncommitted'

/** Everything that is no operation, by `f`. */
interface Notes {
  /** A group reads topics; `from` is where it starts without a commit. */
  subscribe: { group: string; topics: string[]; isolation: Isolation; from: 'earliest' | 'latest' }
  /** A member owns a partition from here on and reads from `position`, which is the group's commit if `fromCommit`. */
  assign: OwnedPartition & { generation: number; position: number; fromCommit: boolean }
  /** The callback for it has resolved. */
  revoke: OwnedPartition & { how: 'revoked' | 'lost' | 'closed' }
  /** Handed to the application. */
  deliver: OwnedPartition & { records: LoggedRecord[] }
  /** The application is done with everything up to and with `offset`. */
  finish: OwnedPartition & { offset: number }
  /** The application wants to read on from `offset`. */
  seek: OwnedPartition & { offset: number }
  /** A member is gone; `clean` when it was closed and has committed what it finished. */
  leave: Member & { clean: boolean }
  begin: { transaction: string; session: string }
  /** A part of the final log as one reader sees it. `start` is the log start offset. A partition's parts are in order. */
  log: { reader: string; isolation: Isolation; topic: string; partition: number; start: number; records: LoggedRecord[] }
  /** The group's commit when all is over; null for none. */
  committed: { group: string; topic: string; partition: number; offset: number | null }
  /** A fault begins. `spares`: partitions that it must not slow down, as `topic/partition`. */
  fault: { fault: string; action: string; spares?: string[] }
  heal: { fault: string }
  /** A broker got a request. */
  request: { broker: number; api: string }
  /** An attempt failed, the first is 0; the next follows in `waitMs`. `call` names what is attempted. */
  retry: { call: string; attempt: number; waitMs: number }
  /** What the application got where the broker answered `kafkaError`. */
  error: { role: Role; kafkaError: string; observed: ObservedError }
  /** What came out of the client: a log line, an error's text, a diagnostics event. */
  text: { source: string; text: string }
  trouble: { kind: 'unhandledRejection' | 'uncaughtException' | 'warning'; message: string }
  resources: Partial<Record<Resource, number>>
  /** What was left after the last `close()`; `exitMs` is null for a process that had to be killed. */
  closed: { sockets: number; timers: number; listeners: number; exitMs: number | null }
  /** The process named `ended` is gone: what it had not settled never will. */
  ended: { ended: string; how: 'killed' | 'exited' }
}

/** Who saw an error. */
export type Role = 'producer' | 'transaction' | 'consumer'

/** An error as the application sees it; `cause` is the class of the cause. */
export interface ObservedError {
  class: string
  code?: number | string
  category?: string
  outcome?: 'not-applied' | 'maybe-applied'
  cause?: string
}

export type NoteName = keyof Notes
/** The fields of a note. */
export type NoteFields<F extends NoteName> = Notes[F]
/** A note by its name. */
export type NoteOf<F extends NoteName> = Stamp & { type: 'note'; f: F } & Notes[F]
export type Note = { [F in NoteName]: NoteOf<F> }[NoteName]
