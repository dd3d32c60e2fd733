import net, { type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FaultAction, FaultRule } from './fault-rule'
import { endSocket, ProxiedConnection } from './proxied-connection'
import type { ProxyEvent } from './proxy-event'
import { between } from './random'
import { RuleBook, type StandingRule } from './rule-book'

/** A broker behind the proxy. */
export interface ProxiedBroker {
  nodeId: number
  /** Where it listens on 127.0.0.1. */
  port: number
  /** Where the proxy is to listen for it; a free port by default. */
  listenPort?: number
}

/** The proxy itself, in the process that runs it. Tests use {@link FaultProxy}, which runs one in a process of its own. */
export class FaultProxyServer {
  readonly rules: RuleBook
  private readonly servers = new Map<number, { server: net.Server; port: number; upstreamPort: number }>()
  private readonly connections = new Set<ProxiedConnection>()
  private readonly gates = new Map<StandingRule, (() => void)[]>()
  private readonly requestCounts = new Map<string, number>()
  private lastConnection = 0

  /** @param listener gets every event */
  constructor(
    seed: string,
    private readonly listener: (event: ProxyEvent) => void
  ) {
    this.rules = new RuleBook(seed)
  }

  /** Listens for a broker, and gives the port. */
  async listen({ nodeId, port, listenPort = 0 }: ProxiedBroker): Promise<number> {
    const server = net.createServer({ allowHalfOpen: true }, client => this.accept(nodeId, client))
    await bind(server, listenPort)
    const { port: bound } = server.address() as net.AddressInfo
    this.servers.set(nodeId, { server, port: bound, upstreamPort: port })
    return bound
  }

  /** Sends what comes for a broker to another port from now on. */
  redirect(nodeId: number, port: number): void {
    const entry = this.servers.get(nodeId)
    if (entry === undefined) throw new Error(`There is no broker ${nodeId} behind the proxy`)
    entry.upstreamPort = port
  }

  async addRule(rule: FaultRule): Promise<number> {
    const { id } = this.rules.add(rule)
    await this.followRefusals()
    return id
  }

  /** Ends a rule: what it holds goes on, what it darkened or refused is open again. A throttled connection stays throttled. */
  async removeRule(id: number): Promise<void> {
    const rule = this.rules.remove(id)
    if (rule === undefined) return
    this.release(id)
    for (const connection of this.connections) connection.lighten(rule)
    await this.followRefusals()
  }

  /** Lets go on what a rule holds now; it holds again what comes later. */
  release(id: number): void {
    const rule = this.rules.get(id)
    if (rule === undefined) return
    for (const open of this.gates.get(rule) ?? []) open()
    this.gates.delete(rule)
  }

  /** Ends every connection, or those of a broker. */
  dropConnections(how: 'fin' | 'rst'): void {
    for (const connection of this.connections) connection.end(how)
  }

  async stop(): Promise<void> {
    for (const { server } of this.servers.values()) server.close()
    for (const connection of this.connections) connection.end('rst')
    await Promise.all([...this.connections].map(connection => connection.closed))
  }

  gate(rule: StandingRule): Promise<void> {
    if (rule.removed) return Promise.resolve()
    return new Promise(resolve => {
      const gates = this.gates.get(rule)
      if (gates === undefined) this.gates.set(rule, [resolve])
      else gates.push(resolve)
    })
  }

  countRequest(api: string): number {
    const count = (this.requestCounts.get(api) ?? 0) + 1
    this.requestCounts.set(api, count)
    return count
  }

  emit(event: Omit<ProxyEvent, 't'>): void {
    this.listener({ t: Number(process.hrtime.bigint() / 1000n) / 1000, ...event })
  }

  private accept(broker: number, client: Socket): void {
    const id = ++this.lastConnection
    const rules = this.rules.forConnection(broker)
    for (const rule of rules) this.emit({ type: 'fired', broker, connection: id, rule: rule.id, action: rule.rule.action.type })
    const close = find(rules, 'accept-then-close')
    const upstream = this.servers.get(broker)?.upstreamPort
    if (close !== undefined || upstream === undefined) {
      client.on('error', () => {})
      endSocket(client, close?.action.how ?? 'rst')
      return
    }
    const connection = new ProxiedConnection(this, broker, id, client, upstream)
    this.connections.add(connection)
    void connection.closed.then(() => this.connections.delete(connection))
    const lifetime = find(rules, 'lifetime')
    if (lifetime === undefined) return
    const { action, rule } = lifetime
    void endAfter(connection, between(rule.random, action.minMs, action.maxMs), action.how)
  }

  /** Listens or not, as the rules that refuse say. */
  private async followRefusals(): Promise<void> {
    for (const [nodeId, { server, port }] of this.servers) {
      const refusing = this.rules.refusing(nodeId)
      if (refusing.length === 0) {
        if (!server.listening) await bind(server, port)
      } else if (server.listening) {
        server.close()
        for (const { id } of refusing) this.emit({ type: 'fired', broker: nodeId, connection: 0, rule: id, action: 'refuse' })
      }
    }
  }
}

function find<T extends FaultAction['type']>(
  rules: readonly StandingRule[],
  type: T
): { rule: StandingRule; action: FaultAction & { type: T } } | undefined {
  const rule = rules.find(standing => standing.rule.action.type === type)
  return rule === undefined ? undefined : { rule, action: rule.rule.action as FaultAction & { type: T } }
}

async function endAfter(connection: ProxiedConnection, ms: number, how: 'fin' | 'rst'): Promise<void> {
  const abort = new AbortController()
  void connection.closed.then(() => abort.abort())
  await wait(ms, undefined, { signal: abort.signal }).catch(() => {})
  connection.end(how)
}

function bind(server: net.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
