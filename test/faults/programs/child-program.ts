import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A line that a verifiable client prints. */
export interface ProgramEvent {
  timestamp: number
  name: string
  [field: string]: unknown
}

export type ProgramName = 'verifiable-producer' | 'verifiable-consumer'

/** A verifiable client in a process of its own, which can be frozen and killed. */
export class ChildProgram {
  /** All that it printed. */
  readonly events: ProgramEvent[] = []
  /** Exit status or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  private readonly emitter = new EventEmitter()
  private errors = ''

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout === null || child.stderr === null) throw new Error('The program has no output')
    createInterface({ input: child.stdout }).on('line', line => {
      const event = JSON.parse(line) as ProgramEvent
      this.events.push(event)
      this.emitter.emit('event')
    })
    child.stderr.on('data', chunk => {
      this.errors += chunk
    })
    this.ended = once(child, 'close').then(([status, signal]) => {
      this.emitter.emit('event')
      return signal ?? status
    })
  }

  /** `options` are the program's long options by name; `true` for a flag. */
  static start(name: ProgramName, options: Record<string, string | number | true>): ChildProgram {
    const args = Object.entries(options).flatMap(([option, value]) => (value === true ? [`--${option}`] : [`--${option}`, String(value)]))
    const file = path.join(__dirname, 'run-program.js')
    return new ChildProgram(spawn(process.execPath, [file, name, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }))
  }

  /** The first event that fits, of those printed and those to come. Rejects when the program ends without one. */
  async event(name: string, fits: (event: ProgramEvent) => boolean = () => true): Promise<ProgramEvent> {
    for (let looked = 0; ; ) {
      for (; looked < this.events.length; looked++) {
        const event = this.events[looked]
        if (event?.name === name && fits(event)) return event
      }
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        await this.ended
        if (looked === this.events.length) throw new Error(`The program ended without ${name}. ${this.errors}`)
      } else await once(this.emitter, 'event')
    }
  }

  /** SIGSTOP. */
  freeze(): void {
    this.child.kill('SIGSTOP')
  }

  /** SIGCONT. */
  thaw(): void {
    this.child.kill('SIGCONT')
  }

  /** SIGKILL, which ends a frozen one too. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** SIGTERM: it closes its client first. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    await this.ended
    if (this.errors !== '') throw new Error(this.errors)
  }
}
