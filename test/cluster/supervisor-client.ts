import { type ChildProcess, fork } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

interface Answer {
  id: number
  result?: unknown
  error?: { name: string; message: string }
}

interface Call {
  resolve(result: unknown): void
  reject(error: Error): void
}

/**
 * Forks the supervisor of a cluster whose files are under `folder`. It lives as long as the IPC channel to this process is open,
 * and takes brokers and folder with it. The channel keeps this process from ending no more than a closed one would.
 */
export async function forkSupervisor(folder: string): Promise<ChildProcess> {
  const supervisor = fork(path.join(__dirname, 'supervisor.js'), [folder], { detached: true, stdio: 'ignore', execArgv: [] })
  await new Promise<void>((resolve, reject) => {
    supervisor.once('message', () => resolve())
    supervisor.once('exit', status => reject(new Error(`The supervisor ended with ${status}`)))
    supervisor.once('error', reject)
  })
  supervisor.unref()
  supervisor.channel?.unref()
  return supervisor
}

/** Commands to the supervisor of a cluster, or to its embedded brokers. An idle client does not keep the process from ending. */
export class SupervisorClient {
  private readonly calls = new Map<number, Call>()
  private lastId = 0

  private constructor(private readonly socket: net.Socket) {
    socket.unref()
    createInterface({ input: socket }).on('line', line => this.settle(JSON.parse(line)))
    socket.on('error', () => {})
    socket.on('close', () => {
      for (const call of this.calls.values()) call.reject(new Error('The supervisor of the cluster is gone'))
      this.calls.clear()
    })
  }

  /** @param folder of the cluster */
  static connect(folder: string, socketName = 'supervisor.sock'): Promise<SupervisorClient> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(path.join(folder, socketName), () => {
        socket.off('error', reject)
        resolve(new SupervisorClient(socket))
      })
      socket.once('error', reject)
    })
  }

  /** One of the supervisor's commands (see supervisor.js). Rejects with the error's name and message kept. */
  call<T>(command: string, parameters: object = {}): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.socket.destroyed) {
        reject(new Error('The supervisor of the cluster is gone'))
        return
      }
      const id = ++this.lastId
      this.calls.set(id, { resolve, reject })
      this.socket.ref()
      this.socket.write(`${JSON.stringify({ ...parameters, id, command })}\n`)
    }) as Promise<T>
  }

  close(): void {
    this.socket.destroy()
  }

  private settle(answer: Answer): void {
    const call = this.calls.get(answer.id)
    this.calls.delete(answer.id)
    if (this.calls.size === 0) this.socket.unref()
    if (call === undefined) return
    if (answer.error === undefined) call.resolve(answer.result)
    else call.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }))
  }
}
