import type { Api } from '../../../src/protocol/api'
import { createTopicsApi } from '../../../src/protocol/generated/create-topics'
import { describeGroupsApi } from '../../../src/protocol/generated/describe-groups'
import { findCoordinatorApi } from '../../../src/protocol/generated/find-coordinator'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import type { WireClient } from '../support/wire-client'

/** A broker to play scripts on: the embedded one or a real one. */
export interface Backend {
  /** @param listener its name; default the one without security */
  connect(clientId: string, listener?: string): Promise<WireClient>
  /** Lets time pass on the broker's clock. */
  wait(ms: number): Promise<void>
  /** Resolves with the promise, letting the broker's time pass as far as that takes. */
  settled<T>(promise: Promise<T>): Promise<T>
}

/** What happened in a script: what was asked, and the answer without what chance decides. */
export type Transcript = [label: string, answer: unknown][]

/** A script that says which requests go where and when; what comes back is in the stage's transcript. */
export interface Script {
  readonly name: string
  play(stage: Stage): Promise<void>
}

/** Fields whose text chance decides, or that differ from broker to broker. */
const volatile = new Set(['throttleTimeMs', 'clientHost', 'errorMessage', 'heartbeatIntervalMs', 'port', 'host', 'nodeId', 'clusterId'])

/** Lists whose order means nothing. */
const unorderedLists = new Set([
  'members',
  'topics',
  'partitions',
  'groups',
  'topicPartitions',
  'results',
  'resultsByTopicV3AndBelow',
  'resultsByPartition',
  'topicResults',
  'activeProducers',
  'resources',
  'acls',
  'matchingAcls'
])

/** Numbers that a broker gives out: each is called by its place among those of the script. */
const identifiers = new Set(['producerId'])

/** Times, of which only whether there is one counts. */
const times = new Set(['logAppendTimeMs', 'transactionStartTimeMs', 'lastTimestamp'])

/** Plays a script's requests on a backend and writes down the answers, with names in the place of ids. */
export class Stage {
  readonly transcript: Transcript = []
  private readonly clients: WireClient[] = []
  private readonly names = new Map<string, string>()
  private readonly producers = new Map<string, string>()
  private readonly unordered = new Set(unorderedLists)
  private counter = 0

  constructor(
    private readonly backend: Backend,
    /** Makes the names of groups and topics the script's own. */
    private readonly suffix: string
  ) {}

  /** A group's or topic's name of this script alone. */
  unique(name: string): string {
    const full = `${name}-${this.suffix}`
    this.names.set(full, `<${name}>`)
    return full
  }

  /** The name that stands for an id in the transcript. */
  call(id: string, name: string): void {
    this.names.set(id, `<${name}>`)
  }

  /** Takes the order of more lists for meaningless. */
  ignoreOrder(...keys: string[]): void {
    for (const key of keys) this.unordered.add(key)
  }

  async client(clientId: string, listener?: string): Promise<WireClient> {
    const client = await this.backend.connect(clientId, listener)
    this.clients.push(client)
    return client
  }

  /** Makes a topic and resolves with its id when the broker has it. */
  async topic(name: string, numPartitions: number, configs: Record<string, string> = {}): Promise<{ name: string; id: string }> {
    const full = this.unique(name)
    const client = await this.client('maker')
    const given = Object.entries(configs).map(([config, value]) => ({ name: config, value }))
    const topics = [{ name: full, numPartitions, replicationFactor: 1, assignments: [], configs: given }]
    await this.backend.settled(client.send(createTopicsApi, 5, { topics, timeoutMs: 30_000 }))
    for (;;) {
      const answer = await this.backend.settled(client.send(metadataApi, 12, { topics: [{ name: full }] }))
      const [topic] = answer.topics
      if (topic.errorCode === 0 && topic.partitions.length === numPartitions && topic.partitions.every(one => one.errorCode === 0)) {
        this.call(topic.topicId, `id of ${name}`)
        // The group coordinator learns of it a little later than the metadata cache.
        await this.backend.wait(400)
        return { name: full, id: topic.topicId }
      }
      await this.backend.wait(50)
    }
  }

  /** Resolves when the broker coordinates groups: a real one needs its internal topic first. */
  async ready(group: string): Promise<void> {
    const client = await this.client('maker')
    for (;;) {
      const found = await this.backend.settled(client.send(findCoordinatorApi, 3, { key: group, keyType: 0 }))
      // It may be named before it has taken its office.
      const described = await this.backend.settled(client.send(describeGroupsApi, 5, { groups: [group] }))
      if (found.errorCode === 0 && described.groups[0].errorCode === 0) return
      await this.backend.wait(100)
    }
  }

  wait(ms: number): Promise<void> {
    return this.backend.wait(ms)
  }

  /** Sends without waiting for the answer; `answer` awaits it. */
  start<I, R>(client: WireClient, api: Api<I, unknown, never, R>, version: number, body: I): Promise<R> {
    const sent = client.send(api, version, body)
    sent.catch(() => {})
    return sent
  }

  /** Awaits an answer without writing it down. */
  settled<R>(sent: Promise<R>): Promise<R> {
    return this.backend.settled(sent)
  }

  /** Awaits an answer and writes it down. */
  async answer<R>(label: string, sent: Promise<R>): Promise<R> {
    const answer = await this.backend.settled(sent)
    this.record(label, answer)
    return answer
  }

  /** Sends, awaits and writes down. */
  ask<I, R>(label: string, client: WireClient, api: Api<I, unknown, never, R>, version: number, body: I): Promise<R> {
    return this.answer(label, this.start(client, api, version, body))
  }

  /** Does something that is not worth a line in the transcript. */
  async quiet<T>(act: () => Promise<T>): Promise<T> {
    const { length } = this.transcript
    const result = await act()
    this.transcript.length = length
    return result
  }

  record(label: string, value: unknown): void {
    this.transcript.push([label, this.normal(value)])
  }

  close(): void {
    for (const client of this.clients) client.close()
  }

  private normal(value: unknown, key = ''): unknown {
    if (times.has(key)) return Number(value) < 0 ? 'none' : '<time>'
    if (identifiers.has(key)) return this.identified(String(value))
    if (typeof value === 'bigint') return String(value)
    if (typeof value === 'string') return this.named(value, key)
    if (Buffer.isBuffer(value)) return this.named(value.toString('latin1'), key)
    if (Array.isArray(value)) {
      const list = value.map(one => this.normal(one, key))
      return this.unordered.has(key) ? list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list
    }
    if (value === null || typeof value !== 'object') return value
    const fields = Object.entries(value).filter(([name]) => !volatile.has(name))
    return Object.fromEntries(fields.map(([name, field]) => [name, this.normal(field, name)]))
  }

  private identified(id: string): string {
    // 0 is also what brokers say when they mean nobody; scripts take care that nobody has it.
    if (id === '-1' || id === '0') return id
    const known = this.producers.get(id) ?? `<producer ${this.producers.size + 1}>`
    this.producers.set(id, known)
    return known
  }

  private named(text: string, key: string): string {
    let result = text
    for (const [id, name] of this.names) result = result.replaceAll(id, name)
    if (result !== text || !['memberId', 'leader'].includes(key) || text === '') return result
    const name = `<id ${++this.counter}>`
    this.names.set(text, name)
    return name
  }
}
