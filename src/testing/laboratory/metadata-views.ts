import { errorCodes } from '../../errors/error-table'
import type { MetadataRequest } from '../../protocol/generated/metadata-request'
import type {
  MetadataResponseInput,
  MetadataResponsePartitionInput,
  MetadataResponseTopicInput
} from '../../protocol/generated/metadata-response'
import type { RequestContext } from '../handler'
import type { ClusterState } from '../cluster-state'

type Partition = MetadataResponsePartitionInput
type Topic = MetadataResponseTopicInput

/** Something that brokers say wrongly; tests keep it to take it back. */
export interface MetadataView {
  /** How many answers it has changed. */
  readonly fired: number
  /** Lets the brokers tell the truth again. */
  remove(): void
  /** @throws Error when no answer was changed: the test did not test what it says */
  assertFired(): void
}

/** Which brokers say it; default all. */
export interface MetadataScope {
  readonly nodeId?: number
}

interface ActiveView extends MetadataView {
  fired: number
  readonly nodeId: number | undefined
  /** Undefined: the view has nothing to say about this answer. */
  readonly change: (response: MetadataResponseInput, context: RequestContext, request: unknown) => MetadataResponseInput | undefined
}

/** What brokers say in Metadata, where it is not the truth: each broker may have a view of its own. */
export class MetadataViews {
  private readonly views: ActiveView[] = []

  /** @internal */
  constructor(private readonly cluster: ClusterState) {}

  /** A broker goes on telling what is true now: topics, leaders, epochs and brokers, whatever happens to them later. */
  freeze(nodeId: number): MetadataView {
    const { cluster } = this
    const brokers = new Set(cluster.aliveNodes().map(node => node.nodeId))
    const topics = new Map(
      cluster.topics.all().map(({ name, id, isInternal, partitions }) => [
        name,
        {
          topicId: id,
          isInternal,
          partitions: partitions.map(({ index, leader, leaderEpoch, replicas, isr }) => ({
            errorCode: leader < 0 ? errorCodes.LEADER_NOT_AVAILABLE : errorCodes.NONE,
            partitionIndex: index,
            leaderId: leader,
            leaderEpoch,
            replicaNodes: [...replicas],
            isrNodes: [...isr]
          }))
        }
      ])
    )
    const controllerId = cluster.controllerId
    return this.add(`broker ${nodeId} as it was`, { nodeId }, (response, context) => ({
      ...response,
      controllerId,
      brokers: [...brokers].flatMap(id => brokerOf(context, id)),
      topics: (response.topics ?? []).map(topic => {
        const { name } = topic
        const known = topics.get(name ?? '')
        if (known !== undefined) return { name, ...known }
        return { name, topicId: topic.topicId, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
      })
    }))
  }

  /** The topic is unknown (UNKNOWN_TOPIC_OR_PARTITION when it is asked for, absent from the list of all). */
  omitTopic(topic: string, scope: MetadataScope = {}): MetadataView {
    return this.add(`Metadata without topic ${topic}`, scope, (response, _context, request) => {
      const asksForAll = (request as MetadataRequest).topics === null
      if (!names(response, topic)) return undefined
      return {
        ...response,
        topics: (response.topics ?? []).flatMap(one => {
          if (one.name !== topic) return one
          return asksForAll ? [] : { name: topic, topicId: one.topicId, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
        })
      }
    })
  }

  /** One partition is missing from its topic. */
  omitPartition(topic: string, partition: number, scope: MetadataScope = {}): MetadataView {
    return this.editTopic(topic, scope, one => ({
      ...one,
      partitions: one.partitions?.filter(({ partitionIndex }) => partitionIndex !== partition)
    }))
  }

  /**
   * Other things are said of a partition: `leaderId: -1` (with LEADER_NOT_AVAILABLE unless an error code is given), another leader, an
   * older epoch, `leaderEpoch: -1` as from brokers that know none.
   */
  setPartition(topic: string, partition: number, values: Partial<Partition>, scope: MetadataScope = {}): MetadataView {
    const implied = values.leaderId === -1 ? { errorCode: errorCodes.LEADER_NOT_AVAILABLE } : {}
    return this.editTopic(topic, scope, one => ({
      ...one,
      partitions: one.partitions?.map(data => (data.partitionIndex === partition ? { ...data, ...implied, ...values } : data))
    }))
  }

  /** Any other change. */
  edit(change: (response: MetadataResponseInput) => MetadataResponseInput, scope: MetadataScope = {}): MetadataView {
    return this.add('edited Metadata', scope, response => change(response))
  }

  /** A dead broker is listed as if it served: what clients see between its death and the end of its session. */
  keepListed(nodeId: number): MetadataView {
    return this.add(`Metadata with broker ${nodeId}`, {}, (response, context) => {
      if (response.brokers?.some(broker => broker.nodeId === nodeId) === true) return undefined
      const brokers = [...(response.brokers ?? []), ...brokerOf(context, nodeId)]
      const topics = response.topics?.map(topic => ({
        ...topic,
        partitions: topic.partitions?.map(data => ({ ...data, offlineReplicas: data.offlineReplicas?.filter(id => id !== nodeId) }))
      }))
      return { ...response, brokers, topics }
    })
  }

  /** @internal Views that are on. */
  get active(): readonly MetadataView[] {
    return this.views
  }

  /** @internal */
  clear(): void {
    this.views.length = 0
  }

  /** @internal What the broker says instead of `response`. */
  apply(response: MetadataResponseInput, context: RequestContext, request: unknown): MetadataResponseInput {
    let said = response
    for (const view of this.views) {
      if (view.nodeId !== undefined && view.nodeId !== context.node.nodeId) continue
      const changed = view.change(said, context, request)
      if (changed === undefined) continue
      view.fired++
      said = changed
    }
    return said
  }

  private editTopic(topic: string, scope: MetadataScope, change: (topic: Topic) => Topic): MetadataView {
    return this.add(`Metadata that say other things of ${topic}`, scope, response => {
      if (!names(response, topic)) return undefined
      return { ...response, topics: response.topics?.map(one => (one.name === topic ? change(one) : one)) }
    })
  }

  /** @throws RangeError when there is no such broker */
  private add(what: string, { nodeId }: MetadataScope, change: ActiveView['change']): MetadataView {
    const { nodes } = this.cluster
    if (nodeId !== undefined && !nodes.has(nodeId)) throw new RangeError(`There is no broker ${nodeId}; ids are 1 to ${nodes.size}`)
    const view: ActiveView = {
      fired: 0,
      nodeId,
      change,
      remove: () => {
        const at = this.views.indexOf(view)
        if (at >= 0) this.views.splice(at, 1)
      },
      assertFired: () => {
        if (view.fired === 0) throw new Error(`The view never fired: ${what}`)
      }
    }
    this.views.push(view)
    return view
  }
}

function names(response: MetadataResponseInput, topic: string): boolean {
  return response.topics?.some(({ name }) => name === topic) === true
}

function brokerOf(
  { cluster, connection }: RequestContext,
  nodeId: number
): { nodeId: number; host: string; port: number; rack: string | null }[] {
  const node = cluster.nodes.get(nodeId)
  if (node === undefined) return []
  return [{ nodeId, host: node.host, port: node.ports.get(connection.listener.name) ?? 0, rack: node.rack }]
}
