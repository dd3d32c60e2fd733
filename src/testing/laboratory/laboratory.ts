import { suggest } from '../../utils/suggest'
import type { BrokerView } from '../broker-view'
import type { ClusterState } from '../cluster-state'
import type { CoordinatorType } from '../coordinators/coordinator-map'
import type { AnyHandler, RequestContext } from '../handler'
import type { VersionRange } from '../profiles'
import type { LoggedRequest } from '../request-log'
import { Fault, HeldFault, type FaultRule } from './fault'
import type { FaultPlan } from './fault-plan'
import { MetadataViews, type MetadataView } from './metadata-views'
import { failPart } from './partial-failure'
import { PartitionLaboratory } from './partition-laboratory'
import { SilenceFault, type HangStage } from './silence-fault'

type Message = Readonly<Record<string, unknown>>
type Planner = (request: LoggedRequest, handler: AnyHandler, context: RequestContext) => FaultPlan

const sessionSlots = 'max.incremental.fetch.session.cache.slots'

/**
 * Faults that tests switch on. Those of requests are given a rule (`FaultRule`) that says which requests they hit, and return a `Fault`
 * that counts what it has hit. When several match a request, the one that was added first gets it.
 */
export class Laboratory {
  /** What brokers say of topics, leaders and each other. */
  readonly metadata: MetadataViews
  /** What brokers do with requests of a version that they don't serve: end the connection as Kafka does, or break it. */
  unsupportedVersions: 'close' | 'reset' = 'close'
  /** Whether answers name the new leader of a partition that has moved (KIP-951), where the version has room for it. */
  leaderHints = true
  private faults: Fault[] = []
  private silences: SilenceFault[] = []

  /** @internal */
  constructor(private readonly cluster: ClusterState) {
    this.metadata = new MetadataViews(cluster)
  }

  /**
   * Adds a fault with a plan of its own, for what the methods below don't offer.
   * @throws RangeError when the rule names an API or a broker that there is not, here and in all that take a rule: it could never fire
   */
  add(rule: FaultRule, plan: Planner): Fault {
    this.check(rule)
    const fault = new Fault(rule, plan, () => this.drop(fault))
    this.faults.push(fault)
    return fault
  }

  /**
   * Requests fail with an error code and are not performed. With `topic` (and `partition`) in the rule only that part of the request fails;
   * the rest is performed.
   */
  fail(rule: FaultRule, errorCode: number): Fault {
    return this.add(rule, ({ body }, handler, context) =>
      rule.topic === undefined
        ? { instead: () => handler.fail(body as never, errorCode, context.version) }
        : failPart(body as Message, rule, errorCode, handler, context)
    )
  }

  /** Requests are performed, but instead of the answer the connection ends: clients can't know what became of them. */
  lose(rule: FaultRule, how: 'close' | 'reset' = 'close'): Fault {
    return this.add(rule, () => ({ deliver: how }))
  }

  /** Requests end the connection and are not performed. */
  refuse(rule: FaultRule, how: 'close' | 'reset' = 'close'): Fault {
    return this.add(rule, () => ({ instead: () => undefined, deliver: how }))
  }

  /** Requests are performed late, or answered late: ms on the broker's clock. */
  delay(rule: FaultRule, { performAfterMs, answerAfterMs }: { performAfterMs?: number; answerAfterMs?: number }): Fault {
    return this.add(rule, () => ({
      ...(performAfterMs === undefined ? {} : { performAfterMs }),
      ...(answerAfterMs === undefined ? {} : { answerAfterMs })
    }))
  }

  /** Requests wait until the test releases them: before they are performed, or between that and the answer. */
  hold(rule: FaultRule, before: 'perform' | 'answer' = 'perform'): HeldFault {
    this.check(rule)
    const plan = (): FaultPlan => {
      const wait = (resume: () => void): unknown => fault.waiting.push(resume)
      return before === 'perform' ? { performWhen: wait } : { answerWhen: wait }
    }
    const fault = new HeldFault(rule, plan, () => this.drop(fault))
    this.faults.push(fault)
    return fault
  }

  /** Requests get no answer and are not performed; the connection stays open. */
  silence(rule: FaultRule): Fault {
    return this.add(rule, () => ({ instead: () => undefined, deliver: 'nothing' }))
  }

  /** New connections are taken and get no answer, whatever comes; `tls`: on listeners with TLS, whose handshake is not begun. */
  silenceConnections(stage: HangStage = 'connect', nodeId?: number): SilenceFault {
    if (nodeId !== undefined) this.checkNode(nodeId)
    const silence = new SilenceFault(stage, nodeId, () => {
      this.silences = this.silences.filter(one => one !== silence)
    })
    this.silences.push(silence)
    return silence
  }

  /** Alters answers. `change` may name the type of the API's response (`odradek/protocol`) for its argument. */
  edit(rule: FaultRule, change: (response: never, request: LoggedRequest) => unknown): Fault {
    return this.add(rule, request => ({ edit: response => change(response as never, request) }))
  }

  /** Answers requests in the broker's place. */
  answer(rule: FaultRule, respond: (request: LoggedRequest) => unknown): Fault {
    return this.add(rule, request => ({ instead: () => respond(request) }))
  }

  /** Performs requests and sends these bytes as their answer: the whole frame, its length included. */
  answerRaw(rule: FaultRule, bytes: Uint8Array): Fault {
    return this.add(rule, () => ({ deliver: bytes }))
  }

  /** Answers ask clients to wait, and the connection is really mute for so long (KIP-219). */
  throttle(rule: FaultRule, throttleTimeMs: number): Fault {
    return this.add(rule, () => ({ edit: response => ({ ...(response as object), throttleTimeMs }) }))
  }

  /** Answers leave in writes of so many bytes. */
  split(rule: FaultRule, bytes: number): Fault {
    if (!Number.isInteger(bytes) || bytes < 1) throw new RangeError(`A piece has at least one byte, got ${bytes}`)
    return this.add(rule, () => ({ splitBytes: bytes }))
  }

  /** Answers of a connection wait until there are `count`, and leave as one piece. */
  merge(rule: FaultRule, count: number): Fault {
    return this.add(rule, () => ({ mergeAnswers: count }))
  }

  /**
   * Advertises another range for an API on all brokers; null hides the API.
   * @throws RangeError when the brokers don't serve the API
   */
  setVersions(api: string, range: VersionRange | null): void {
    this.checkApi(api)
    this.cluster.advertised.override(api, range)
  }

  /** Ends connections on which nothing has come for so long (`connections.max.idle.ms`); those that are open now keep their limit. */
  setIdleLimit(ms: number): void {
    this.setBrokerConfig('connections.max.idle.ms', ms)
  }

  /** Limits how long an authentication holds (`connections.max.reauth.ms`, KIP-368); 0: for ever. */
  setSessionLifetime(ms: number): void {
    this.setBrokerConfig('connections.max.reauth.ms', ms)
  }

  /** Whether brokers open fetch sessions (KIP-227); when they don't, every answer says session 0. */
  allowFetchSessions(allowed: boolean): void {
    if (allowed) this.cluster.configs.ofBrokers.get('')?.delete(sessionSlots)
    else {
      this.setBrokerConfig(sessionSlots, 0)
      this.evictFetchSessions()
    }
  }

  /** Forgets the fetch sessions of one broker, or of all: FETCH_SESSION_ID_NOT_FOUND for those who go on with them. */
  evictFetchSessions(nodeId?: number): void {
    this.eachNode(nodeId, node => node.fetchSessions.clear())
  }

  /** Moves the epoch of the fetch sessions of one broker, or of all: INVALID_FETCH_SESSION_EPOCH for those who go on with them. */
  skewFetchSessions(nodeId?: number): void {
    this.eachNode(nodeId, node => {
      for (const session of node.fetchSessions.all) session.advance()
    })
  }

  /** Breaks, or ends in good order, all connections to one broker, or to all; they go on serving. */
  dropConnections(nodeId?: number, how: 'close' | 'reset' = 'reset'): void {
    this.eachNode(nodeId, node => node.dropConnections(how))
  }

  /** Sends bytes that nobody asked for on all connections to one broker, or to all. */
  sendRaw(bytes: Uint8Array, nodeId?: number): void {
    this.eachNode(nodeId, node => node.sendRaw(bytes))
  }

  /** One partition, to move its leader or change its log. */
  partition(topic: string, partition: number): PartitionLaboratory {
    return new PartitionLaboratory(this.cluster, topic, partition)
  }

  /**
   * Deletes a topic and makes it again, empty and with another id.
   * @throws RangeError when it is not there
   */
  recreateTopic(topic: string): void {
    const deleted = this.cluster.topics.delete(topic)
    if (deleted === undefined) throw new RangeError(`There is no topic ${topic}`)
    this.cluster.topics.create(
      topic,
      deleted.partitions.map(({ replicas }) => replicas)
    )
  }

  /** Replicas that reassignments add don't get in sync, so that reassignments stay under way; false lets them end. */
  holdReassignments(isHeld = true): void {
    this.cluster.holdReassignments(isHeld)
  }

  /**
   * Moves the coordinator of a group or transactional id. The new one says COORDINATOR_LOAD_IN_PROGRESS for `loadingMs` first.
   * @throws RangeError when there is no such broker
   */
  moveCoordinator(type: CoordinatorType, key: string, nodeId: number, loadingMs = 0): void {
    const { coordinators } = this.cluster
    this.checkNode(nodeId)
    if (loadingMs > 0) coordinators.startLoading(type, key, loadingMs)
    coordinators.pin(type, key, nodeId)
  }

  /** The coordinator forgets a member as if its session had ended; false when it has none of that id. */
  evictMember(groupId: string, memberId: string): boolean {
    return this.cluster.groups.evict(groupId, memberId)
  }

  /** A group begins another generation (or epoch, KIP-848) behind its members' backs; false when there is no such group. */
  bumpGeneration(groupId: string): boolean {
    return this.cluster.groups.bumpGeneration(groupId)
  }

  /**
   * Holds back the markers that end transactions, of one transactional id or of all: ends are answered, but what they end stays neither
   * committed nor aborted until `releaseMarkers`.
   */
  holdMarkers(transactionalId?: string): void {
    this.cluster.transactions.markers.hold(transactionalId)
  }

  /** Lets the markers of one transactional id, or of all, be written again. */
  releaseMarkers(transactionalId?: string): void {
    this.cluster.transactions.markers.release(transactionalId)
  }

  /** Aborts a running transaction as if its time were up; false when none runs. */
  timeOutTransaction(transactionalId: string): boolean {
    return this.cluster.transactions.timeOut(transactionalId)
  }

  /** The coordinator forgets a transactional id, whatever it is doing; what it wrote stays undecided. False when there is none. */
  forgetTransactionalId(transactionalId: string): boolean {
    return this.cluster.transactions.evict(transactionalId)
  }

  /**
   * Takes all faults of requests, silences, versions, views, moves of coordinators, held markers and reassignments back; logs, leaders and
   * configs stay as they are.
   */
  clear(): void {
    const faults = this.faults
    this.faults = []
    this.silences = []
    for (const fault of faults) fault.remove()
    this.metadata.clear()
    this.cluster.advertised.clearOverrides()
    this.cluster.coordinators.clear()
    this.releaseMarkers()
    this.holdReassignments(false)
    this.unsupportedVersions = 'close'
    this.leaderHints = true
  }

  /** Faults that are on and have not hit anything yet. */
  unfired(): readonly (Fault | SilenceFault | MetadataView)[] {
    return [...this.faults, ...this.silences, ...this.metadata.active].filter(fault => fault.fired === 0)
  }

  /** @throws Error when a fault that is on has not hit anything */
  assertAllFired(): void {
    for (const fault of this.unfired()) fault.assertFired()
  }

  /** @internal Whether a new connection shall get no answer. */
  hangs(stage: HangStage, nodeId: number): boolean {
    return this.silences.some(silence => silence.takes(stage, nodeId))
  }

  /** @internal The plan of the first fault that wants this request. */
  intercept(request: LoggedRequest, handler: AnyHandler, context: RequestContext): FaultPlan | undefined {
    const topicName = (topicId: string): string | undefined => this.cluster.topics.getById(topicId)?.name
    for (const fault of this.faults) {
      if (fault.takes(request, topicName)) return fault.plan(request, handler, context)
    }
    return undefined
  }

  /** @internal What is said instead of an answer, before the fault of its request edits it. */
  view(request: LoggedRequest, answer: unknown, context: RequestContext): unknown {
    if (request.api === 'Metadata') return this.metadata.apply(answer as never, context, request.body)
    if (!this.leaderHints && (request.api === 'Produce' || request.api === 'Fetch')) return withoutHints(answer as Message)
    return answer
  }

  private drop(fault: Fault): void {
    this.faults = this.faults.filter(one => one !== fault)
  }

  private eachNode(nodeId: number | undefined, act: (node: BrokerView) => void): void {
    if (nodeId !== undefined) this.checkNode(nodeId)
    for (const node of this.cluster.nodes.values()) if (nodeId === undefined || node.nodeId === nodeId) act(node)
  }

  private check({ api, nodeId }: FaultRule): void {
    for (const name of typeof api === 'string' ? [api] : (api ?? [])) this.checkApi(name)
    if (nodeId !== undefined) this.checkNode(nodeId)
  }

  private checkApi(name: string): void {
    const { names } = this.cluster.advertised
    if (names.includes(name)) return
    const meant = suggest(name, names)
    throw new RangeError(`The brokers serve no API ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`)
  }

  private checkNode(nodeId: number): void {
    if (!this.cluster.nodes.has(nodeId)) throw new RangeError(`There is no broker ${nodeId}; ids are 1 to ${this.cluster.nodes.size}`)
  }

  private setBrokerConfig(name: string, value: number): void {
    const { ofBrokers } = this.cluster.configs
    const configs = ofBrokers.get('') ?? new Map<string, string>()
    configs.set(name, String(value))
    ofBrokers.set('', configs)
  }
}

/** An answer to Produce or Fetch that does not name new leaders. */
function withoutHints(answer: Message): Message {
  const strip = (entry: Message): Message => {
    const { currentLeader: _, ...rest } = entry
    return rest
  }
  const responses = answer.responses as readonly Message[] | undefined
  const { nodeEndpoints: _, ...rest } = answer
  return {
    ...rest,
    responses: responses?.map(topic => ({
      ...topic,
      ...(topic.partitions === undefined ? {} : { partitions: (topic.partitions as Message[]).map(strip) }),
      ...(topic.partitionResponses === undefined ? {} : { partitionResponses: (topic.partitionResponses as Message[]).map(strip) })
    }))
  }
}
