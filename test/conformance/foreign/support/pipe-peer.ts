import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

interface Answer {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly name: string; readonly message: string }
}

/** A program that takes one JSON command a line and gives one JSON answer a line. */
export class PipePeer {
  private readonly calls = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  private errors = ''
  private lastCall = 0

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess
  ) {}

  static start(name: string, program: string, args: readonly string[]): PipePeer {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const peer = new PipePeer(name, child)
    createInterface({ input: child.stdout }).on('line', line => peer.answered(JSON.parse(line) as Answer))
    child.stderr.on('data', (text: Buffer) => (peer.errors += String(text)))
    child.stdin.on('error', () => {})
    child.once('close', () => peer.closed())
    return peer
  }

  call<T>(command: string, parameters: object): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.child.exitCode !== null) return reject(new Error(`${this.name} has ended: ${this.errors}`))
      const id = ++this.lastCall
      this.calls.set(id, { resolve: resolve as (result: unknown) => void, reject })
      this.child.stdin?.write(`${JSON.stringify({ ...parameters, command, id })}\n`)
    })
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const closed = once(this.child, 'close')
    this.child.kill('SIGKILL')
    await closed
  }

  private answered({ id, result, error }: Answer): void {
    const call = this.calls.get(id)
    this.calls.delete(id)
    if (error === undefined) call?.resolve(result)
    else call?.reject(Object.assign(new Error(`${this.name}: ${error.name}: ${error.message}`), { name: error.name }))
  }

  private closed(): void {
    for (const { reject } of this.calls.values()) reject(new Error(`${this.name} ended: ${this.errors}`))
    this.calls.clear()
  }
}
