import type { Scheduler } from 'fast-check'
import { createAdmin } from '../../../src/admin/admin'
import { Cluster } from '../../../src/cluster/cluster'
import { resolveAdminConfig } from '../../../src/config/admin-config'
import { type ClientConfig, resolveClientConfig } from '../../../src/config/client-config'
import { resolveConsumerConfig } from '../../../src/config/consumer-config'
import { resolveProducerConfig } from '../../../src/config/producer-config'
import { createConsumer } from '../../../src/consumer/consumer'
import { type ClientKind, InstrumentationEmitter } from '../../../src/instrumentation/emitter'
import { createLogger } from '../../../src/instrumentation/logger'
import { createProducer } from '../../../src/producer/producer'
import { decodeBatch, readBatches } from '../../../src/protocol/records/record-batch-reader'
import { EmbeddedKafka } from '../../../src/testing/embedded-kafka'
import type { EmbeddedKafkaOptions } from '../../../src/testing/options'
import type { Admin } from '../../../src/types/admin'
import type { KafkaConfig } from '../../../src/types/client'
import type { Consumer, ConsumerConfig } from '../../../src/types/consumer'
import type { LogEntry } from '../../../src/types/logger'
import type { Producer, ProducerConfig } from '../../../src/types/producer'
import { makeBatch } from '../../testing/support/make-batch'
import { ManualClock, settle } from '../../support/manual-clock'
import { ScheduledSocket } from './scheduled-socket'

/** More steps than that, and the run goes in circles. */
const mostSteps = 20_000

/** What is needed of fast-check's scheduler. */
export type StepScheduler = Pick<Scheduler, 'schedule' | 'waitOne' | 'count'>

/**
 * Clients and an embedded cluster in one process in which nothing happens by itself: at each step a scheduler picks what comes next from
 * among the heads of all lanes (pieces of bytes on connections, turns of actors) and the next timer. The same picks give the same run.
 */
export class World {
  readonly clock = new ManualClock()
  readonly log: LogEntry[] = []
  kafka!: EmbeddedKafka
  steps = 0
  /**
   * Timers that are due within so many ms compete with what is on the wires; later ones fire only when nothing is on its way. It is the
   * longest time that anything is on its way, so to speak.
   */
  slackMs = 0
  private readonly lanes = new Map<string, (() => void)[]>()
  private readonly scheduled = new Set<string>()
  private waiting: Waiting[] = []
  private readonly looks: (() => void)[] = []
  private readonly sockets = new Set<ScheduledSocket>()
  private readonly realRandom = Math.random
  private state = 1

  private constructor(private readonly scheduler: StepScheduler) {}

  /**
   * Builds a world, plays `body` in it to its end, and looks at what is left: no timer, no connection, no mistake of the broker.
   * @throws what `body` throws, and when nothing can happen any more although `body` has not ended
   */
  static async play(scheduler: StepScheduler, options: EmbeddedKafkaOptions, body: (world: World) => Promise<void>): Promise<void> {
    const world = new World(scheduler)
    // Jitter and the choice of brokers have to be the same when a run is played again.
    Math.random = () => world.random()
    try {
      const configs = { 'group.initial.rebalance.delay.ms': '0', 'group.min.session.timeout.ms': '100', ...options.configs }
      world.kafka = await EmbeddedKafka.start({ memory: true, clock: world.clock, clusterId: 'world', ...options, configs })
      await world.run(body(world))
      await world.end()
    } finally {
      Math.random = world.realRandom
      await world.kafka.stop()
    }
  }

  /** Resolves after the first step that makes it hold. */
  until(holds: () => boolean): Promise<void> {
    return new Promise(resolve => this.waiting.push({ holds, resolve }))
  }

  /** Looks at the world after every step from now on. */
  afterEachStep(look: () => void): void {
    this.looks.push(look)
  }

  /** Does something when the scheduler comes to it; rejects when it throws. */
  async act(actor: string, act: () => unknown): Promise<void> {
    await this.turn(actor)
    await act()
  }

  /** Resolves when the scheduler comes to it: a point at which anything else may happen first. Turns of one actor keep their order. */
  turn(actor: string): Promise<void> {
    return new Promise(resolve => this.enqueue(actor, resolve))
  }

  producer(config: ProducerConfig = {}, client: Partial<KafkaConfig> = {}): Producer {
    const clientConfig = this.clientConfig(client)
    const resolved = resolveProducerConfig(config, clientConfig)
    return createProducer({ ...this.parts('producer', clientConfig, resolved), config: resolved })
  }

  consumer(config: Partial<ConsumerConfig> = {}, client: Partial<KafkaConfig> = {}): Consumer {
    const clientConfig = this.clientConfig(client)
    const resolved = resolveConsumerConfig({ groupId: 'group', ...config }, clientConfig)
    return createConsumer({ ...this.parts('consumer', clientConfig, resolved), config: resolved })
  }

  admin(client: Partial<KafkaConfig> = {}): Admin {
    const clientConfig = this.clientConfig(client)
    const metadata = { metadataMaxAgeMs: 0, allowAutoTopicCreation: false }
    return createAdmin({ ...this.parts('admin', clientConfig, metadata), config: resolveAdminConfig({}, clientConfig) })
  }

  /** Values of a partition's log, by offset. */
  async values(topic: string, partition: number): Promise<string[]> {
    const { log } = this.kafka.cluster.topics.get(topic)?.partitions[partition] ?? {}
    if (log === undefined) throw new Error(`There is no ${topic} ${partition}`)
    const values: string[] = []
    for (const bytes of log.read(0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true).records)
      for (const batch of readBatches(bytes)) for (const message of await decodeBatch(batch)) values.push(String(message.value))
    return values
  }

  /** Appends values to a partition's log, in one batch, without a client. */
  append(topic: string, index: number, values: readonly string[]): void {
    const partition = this.kafka.cluster.topics.get(topic)?.partitions[index]
    if (partition === undefined) throw new Error(`There is no ${topic} ${index}`)
    for (const batch of readBatches(makeBatch(values))) partition.log.append(batch)
    partition.changed()
  }

  /** Connections that clients have open. */
  get openConnections(): number {
    return [...this.sockets].filter(socket => !socket.destroyed).length
  }

  private async run(body: Promise<void>): Promise<void> {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    body.then(over, over)
    for (;;) {
      await settle()
      for (const look of this.looks) look()
      while (this.wake()) await settle()
      if (isOver) return body
      this.offer()
      if (this.scheduler.count() === 0) throw new Error(`After ${this.steps} steps nothing can happen any more, and the run has not ended`)
      if (++this.steps > mostSteps) throw new Error(`The run has not ended after ${mostSteps} steps`)
      await this.scheduler.waitOne()
    }
  }

  /** Lets those go on whose condition holds by now; gives whether there were any. */
  private wake(): boolean {
    const held = this.waiting.filter(({ holds }) => holds())
    this.waiting = this.waiting.filter(one => !held.includes(one))
    for (const { resolve } of held) resolve()
    return held.length > 0
  }

  /** When all clients are gone: lets what they have left behind arrive, and finds nothing. */
  private async end(): Promise<void> {
    const open = this.openConnections
    if (open > 0) throw new Error(`${open} connections are open`)
    for (;;) {
      await settle()
      const lane = [...this.lanes.values()].find(acts => acts.length > 0)
      if (lane === undefined) break
      lane.shift()?.()
    }
    await this.kafka.stop()
    await settle()
    if (this.clock.pending > 0) throw new Error(`${this.clock.pending} timers are left`)
    if (this.kafka.problems.length > 0) throw this.kafka.problems[0]
  }

  /** Gives the scheduler what may come next. */
  private offer(): void {
    for (const [lane, acts] of this.lanes) {
      if (acts.length === 0 || this.scheduled.has(lane)) continue
      void this.schedule(lane, () => acts.shift()?.())
    }
    if (!this.scheduled.has('time') && this.isTimersTurn()) void this.schedule('time', () => this.nextTimer())
  }

  private isTimersTurn(): boolean {
    const { next } = this.clock
    return next !== undefined && (next <= this.slackMs || this.scheduled.size === 0)
  }

  private nextTimer(): void {
    // The timer that it was offered for may have been cancelled, and what comes next be further away than anything on a wire may take.
    if (this.isTimersTurn()) void this.clock.advance(this.clock.next ?? 0)
  }

  private async schedule(label: string, act: () => void): Promise<void> {
    this.scheduled.add(label)
    await this.scheduler.schedule(Promise.resolve(), label)
    this.scheduled.delete(label)
    act()
  }

  private readonly enqueue = (lane: string, act: () => void): void => {
    const acts = this.lanes.get(lane)
    if (acts === undefined) this.lanes.set(lane, [act])
    else acts.push(act)
  }

  private clientConfig(config: Partial<KafkaConfig>): ClientConfig {
    const { kafka } = this
    const socketFactory = (options: { host: string; port: number; onConnect: () => void }): ScheduledSocket => {
      const wire = kafka.socketFactory({ ...options, onConnect: () => {} })
      const socket = new ScheduledSocket(`connection ${this.sockets.size + 1}`, wire, this.enqueue, options.onConnect)
      this.sockets.add(socket)
      return socket
    }
    return resolveClientConfig({
      brokers: kafka.brokers,
      socketFactory: socketFactory as unknown as NonNullable<KafkaConfig['socketFactory']>,
      ...config
    })
  }

  private parts(
    kind: ClientKind,
    config: ClientConfig,
    { metadataMaxAgeMs, allowAutoTopicCreation }: { metadataMaxAgeMs: number; allowAutoTopicCreation: boolean }
  ): Parts {
    const { clock } = this
    const logger = createLogger({ logCreator: () => entry => this.log.push(entry) })
    const instrumentation = new InstrumentationEmitter(kind, logger)
    const cluster = new Cluster({ config, clock, logger, instrumentation, metadataMaxAgeMs, allowAutoTopicCreation })
    return { cluster, clock, instrumentation, logger, requestTimeoutMs: config.requestTimeoutMs }
  }

  /** Mulberry32. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Waiting {
  readonly holds: () => boolean
  readonly resolve: () => void
}

interface Parts {
  readonly cluster: Cluster
  readonly clock: ManualClock
  readonly instrumentation: InstrumentationEmitter
  readonly logger: ReturnType<typeof createLogger>
  readonly requestTimeoutMs: number
}
