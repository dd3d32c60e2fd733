import { errorCodes } from '../../errors/error-table'
import { offsetFetchApi } from '../../protocol/generated/offset-fetch'
import type { OffsetFetchRequest } from '../../protocol/generated/offset-fetch-request'
import type { OffsetFetchResponseInput } from '../../protocol/generated/offset-fetch-response'
import { zeroUuid } from '../../protocol/uuid'
import type { FetchedOffset } from '../coordinators/groups/offset-manager'
import { handler, type RequestContext } from '../handler'
import { Refused } from '../refused'

/** First version with an error for the whole answer. */
const topErrorVersion = 2
/** First version that asks for several groups. */
const batchVersion = 8
/** First version that names topics by id. */
const topicIdVersion = 10

interface WantedGroup {
  readonly groupId: string
  readonly memberId: string | null
  readonly memberEpoch: number
  /** Null: all. */
  readonly topics: readonly { readonly name: string; readonly topicId: string; readonly partitionIndexes: readonly number[] }[] | null
}

interface FetchedGroup {
  readonly groupId: string
  readonly errorCode: number
  readonly topics: { name: string; topicId: string; partitions: ReturnType<typeof shape>[] }[]
}

/** OffsetFetch: what groups have committed. */
export const offsetFetch = handler({
  api: offsetFetchApi,
  handle(context, request) {
    const { version } = context
    const groups = groupsOf(request, version).map(group => fetchGroup(context, group, request.requireStable))
    return respond(groups, version)
  },
  fail: (request, errorCode, version) =>
    respond(
      groupsOf(request, version).map(group => failed(group, errorCode, version)),
      version
    )
})

function groupsOf(request: OffsetFetchRequest, version: number): WantedGroup[] {
  if (version >= batchVersion) return request.groups
  const topics = request.topics?.map(topic => ({ ...topic, topicId: zeroUuid })) ?? null
  return [{ groupId: request.groupId, memberId: null, memberEpoch: -1, topics }]
}

function fetchGroup(context: RequestContext, group: WantedGroup, requireStable: boolean): FetchedGroup {
  const { cluster, node, version } = context
  const refusal = cluster.coordinators.check('group', group.groupId, node.nodeId)
  if (refusal !== errorCodes.NONE) return failed(group, refusal, version)
  try {
    const topics = group.topics === null ? fetchAll(context, group, requireStable) : fetchTopics(context, group, requireStable)
    return { groupId: group.groupId, errorCode: errorCodes.NONE, topics }
  } catch (error) {
    if (error instanceof Refused) return failed(group, error.errorCode, version)
    throw error
  }
}

function fetchTopics({ cluster, version }: RequestContext, group: WantedGroup, requireStable: boolean): FetchedGroup['topics'] {
  const { offsets } = cluster.groups
  return (group.topics ?? []).map(({ name, topicId, partitionIndexes }) => {
    const topic = version >= topicIdVersion ? cluster.topics.getById(topicId)?.name : name
    if (topic === undefined) {
      return { name, topicId, partitions: partitionIndexes.map(partition => missing(partition, errorCodes.UNKNOWN_TOPIC_ID)) }
    }
    const wanted = partitionIndexes.map(partition => ({ topic, partition }))
    const fetched = offsets.fetch(group.groupId, group, wanted, requireStable)
    return { name, topicId, partitions: wanted.map(({ partition }, i) => shape(partition, fetched[i])) }
  })
}

function fetchAll({ cluster }: RequestContext, group: WantedGroup, requireStable: boolean): FetchedGroup['topics'] {
  const topics = new Map<string, FetchedGroup['topics'][number]>()
  for (const { topic, partition, fetched } of cluster.groups.offsets.fetchAll(group.groupId, group, requireStable)) {
    const entry = topics.get(topic) ?? { name: topic, topicId: cluster.topics.get(topic)?.id ?? zeroUuid, partitions: [] }
    entry.partitions.push(shape(partition, fetched))
    topics.set(topic, entry)
  }
  return [...topics.values()]
}

/** Before there was an error for the whole, each partition said it. */
function failed({ groupId, topics }: WantedGroup, errorCode: number, version: number): FetchedGroup {
  if (version >= topErrorVersion) return { groupId, errorCode, topics: [] }
  const partitions = (topics ?? []).map(({ name, topicId, partitionIndexes }) => ({
    name,
    topicId,
    partitions: partitionIndexes.map(partition => missing(partition, errorCode))
  }))
  return { groupId, errorCode, topics: partitions }
}

function respond(groups: readonly FetchedGroup[], version: number): OffsetFetchResponseInput {
  if (version >= batchVersion) return { groups }
  const [{ errorCode, topics }] = groups
  return { errorCode, topics }
}

function missing(partition: number, errorCode: number): ReturnType<typeof shape> {
  return shape(partition, { errorCode, offset: -1, leaderEpoch: -1, metadata: '' })
}

function shape(
  partitionIndex: number,
  { errorCode, offset, leaderEpoch, metadata }: FetchedOffset
): { partitionIndex: number; committedOffset: bigint; committedLeaderEpoch: number; metadata: string; errorCode: number } {
  return { partitionIndex, committedOffset: BigInt(offset), committedLeaderEpoch: leaderEpoch, metadata, errorCode }
}
