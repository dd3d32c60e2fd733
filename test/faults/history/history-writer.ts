import fs from 'node:fs'
import type { CallInvoke, CommitInvoke, Completion, EndInvoke, NoteFields, NoteName, SendInvoke, Settings } from './history-line'

type Unstamped<T> = Omit<T, 't' | 'process' | 'type' | 'op'>

/** What is to be invoked. */
export type Invocation = Unstamped<SendInvoke> | Unstamped<CommitInvoke> | Unstamped<EndInvoke> | Unstamped<CallInvoke>

/** How it settled, without what the invocation already says. */
export type Settlement = Omit<Completion, 't' | 'process' | 'f' | 'op'>

/**
 * Writes the history of one process. Each line is one `write` to a file opened for appending, and done when the method returns: a
 * process that is killed loses no line it wrote before, and several processes may write to the same file.
 */
export class HistoryWriter {
  private readonly descriptor: number
  private lastOp = 0

  /** @param process name of the writer, unique in the file */
  constructor(
    file: string,
    private readonly process: string
  ) {
    this.descriptor = fs.openSync(file, 'a')
  }

  /** The first line of a file. */
  run(scenario: string, seed: string, settings: Partial<Settings>): void {
    this.write({ f: 'run', type: 'note', scenario, seed, settings })
  }

  /** Writes down that something is about to be done. The function it gives writes down how it settled. */
  invoke(invocation: Invocation): (settlement: Settlement) => void {
    const op = ++this.lastOp
    this.write({ ...invocation, type: 'invoke', op })
    return settlement => this.write({ f: invocation.f, op, ...settlement })
  }

  note<F extends NoteName>(f: F, fields: NoteFields<F>): void {
    this.write({ f, type: 'note', ...fields })
  }

  close(): void {
    fs.closeSync(this.descriptor)
  }

  private write(fields: object): void {
    const t = Number(process.hrtime.bigint() / 1000n) / 1000
    fs.writeSync(this.descriptor, `${JSON.stringify({ t, process: this.process, ...fields })}\n`)
  }
}
