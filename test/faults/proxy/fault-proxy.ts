import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import type { Ending, FaultRule } from './fault-rule'
import type { ProxiedBroker } from './fault-proxy-server'
import type { ProxyEvent } from './proxy-event'

/** What `FaultProxy.start` takes. */
export interface FaultProxyOptions {
  /** All that is drawn comes from it. */
  seed: string
  /** File to which every event is appended as a line of JSON. */
  traceFile?: string
  /** Whether `on` also tells of every frame that passed (`forwarded`, `returned`); default false, as there are many. */
  verbose?: boolean
}

type Message = { ready: true } | { event: ProxyEvent } | { id: number; result?: unknown; error?: string }

/**
 * A TCP proxy between clients and brokers that knows Kafka's frames and breaks what its rules say. It runs in a process of its own, so that
 * a client whose event loop is blocked, or a test that is frozen, does not hold the faults up. It ends with this process.
 *
 * For a client to stay behind it, the brokers have to advertise its ports. A broker that does not listen looks to a client like one that
 * takes the connection and resets it, unless a rule refuses.
 */
export class FaultProxy {
  private readonly emitter = new EventEmitter()
  private readonly calls = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  private lastCall = 0

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: Message) => {
      if ('event' in message) this.emitter.emit('event', message.event)
      else if ('id' in message) this.settle(message)
    })
    child.once('exit', () => {
      for (const call of this.calls.values()) call.reject(new Error('The fault proxy is gone'))
    })
    // An idle proxy keeps the process that started it from ending no more than a closed one would.
    child.unref()
    child.channel?.unref()
  }

  static async start({ seed, traceFile, verbose = false }: FaultProxyOptions): Promise<FaultProxy> {
    const args = [seed, verbose ? 'verbose' : 'quiet', ...(traceFile === undefined ? [] : [traceFile])]
    const child = fork(path.join(__dirname, 'proxy-process.js'), args, {
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: []
    })
    await once(child, 'message')
    return new FaultProxy(child)
  }

  /** Listens for a broker and gives the port on 127.0.0.1. */
  listen(broker: ProxiedBroker): Promise<number> {
    return this.call('listen', broker)
  }

  /** From now on a broker is at another port. */
  redirect(nodeId: number, port: number): Promise<void> {
    return this.call('redirect', { nodeId, port })
  }

  /** Adds a rule, and gives its id. */
  addRule(rule: FaultRule): Promise<number> {
    return this.call('addRule', rule)
  }

  /** Ends a rule: what it holds goes on, what it darkened or refused is open again. A throttled connection stays throttled. */
  removeRule(id: number): Promise<void> {
    return this.call('removeRule', id)
  }

  /** Lets go on what a rule holds now. */
  release(id: number): Promise<void> {
    return this.call('release', id)
  }

  /** How often each rule acted, by its id. */
  fired(): Promise<Record<number, number>> {
    return this.call('fired')
  }

  dropConnections(how: Ending): Promise<void> {
    return this.call('dropConnections', how)
  }

  on(listener: (event: ProxyEvent) => void): void {
    this.emitter.on('event', listener)
  }

  off(listener: (event: ProxyEvent) => void): void {
    this.emitter.off('event', listener)
  }

  /** The next event that fits. */
  next(fits: Partial<ProxyEvent>): Promise<ProxyEvent> {
    return new Promise(resolve => {
      const listener = (event: ProxyEvent): void => {
        if (!Object.entries(fits).every(([key, value]) => event[key as keyof ProxyEvent] === value)) return
        this.emitter.off('event', listener)
        resolve(event)
      }
      this.emitter.on('event', listener)
    })
  }

  /** Ends all connections and the process. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return
    await this.call('stop')
    const exit = once(this.child, 'exit')
    this.child.ref()
    this.child.disconnect()
    await exit
  }

  private call<T>(command: string, parameter?: unknown): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const id = ++this.lastCall
      this.calls.set(id, { resolve, reject })
      this.child.channel?.ref()
      this.child.send({ id, command, parameter }, error => {
        if (error !== null) this.settle({ id, error: error.message })
      })
    }) as Promise<T>
  }

  private settle({ id, result, error }: { id: number; result?: unknown; error?: string }): void {
    const call = this.calls.get(id)
    this.calls.delete(id)
    if (this.calls.size === 0) this.child.channel?.unref()
    if (error === undefined) call?.resolve(result)
    else call?.reject(new Error(error))
  }
}
