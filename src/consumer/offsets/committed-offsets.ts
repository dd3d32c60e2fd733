import type { Cluster } from '../../cluster/cluster'
import { protocolError } from '../../errors/protocol-error'
import { offsetFetchApi } from '../../protocol/generated/offset-fetch'
import type { OffsetFetchRequestInput } from '../../protocol/generated/offset-fetch-request'
import type { OffsetFetchResponse } from '../../protocol/generated/offset-fetch-response'
import type { TopicPartition } from '../../types/offsets'
import { keyOf } from '../subscription-state'

/** What the coordinator said of one partition. */
export interface CommittedOffset {
  readonly errorCode: number
  /** Valid when `errorCode` is 0; negative: the group has none. */
  readonly offset: number
}

/** From here on a request names several groups. */
const firstVersionWithGroups = 8
/** From here on the coordinator can be told to refuse offsets that an open transaction may still change. */
const firstStableVersion = 7
/** Later ones name topics by id, which old metadata may lack. */
const lastVersionWithNames = 9

/**
 * Reads what a group has committed. A partition that is missing from the result was missing from the answer, which is
 * not the same as having no offset.
 * @returns by {@link keyOf}
 * @throws KafkaJSProtocolError when the answer as a whole is an error
 */
export async function fetchCommittedOffsets(
  cluster: Pick<Cluster, 'coordinator' | 'send'>,
  groupId: string,
  partitions: readonly TopicPartition[]
): Promise<Map<string, CommittedOffset>> {
  const coordinator = await cluster.coordinator('group', groupId)
  const response = await cluster.send(coordinator, 'coordination', offsetFetchApi, version => request(groupId, partitions, version), {
    maxVersion: lastVersionWithNames
  })
  const { errorCode, topics } = ofGroup(response, groupId)
  if (errorCode !== 0) throw protocolError(errorCode, null, { apiName: offsetFetchApi.name, groupId })
  const offsets = new Map<string, CommittedOffset>()
  for (const { name, partitions } of topics) {
    for (const { partitionIndex, errorCode, committedOffset } of partitions) {
      offsets.set(keyOf(name, partitionIndex), { errorCode, offset: Number(committedOffset) })
    }
  }
  return offsets
}

function request(groupId: string, partitions: readonly TopicPartition[], version: number): OffsetFetchRequestInput {
  const byTopic = new Map<string, number[]>()
  for (const { topic, partition } of partitions) {
    const known = byTopic.get(topic)
    if (known === undefined) byTopic.set(topic, [partition])
    else known.push(partition)
  }
  const topics = [...byTopic].map(([name, partitionIndexes]) => ({ name, partitionIndexes }))
  const stable = version >= firstStableVersion ? { requireStable: true } : {}
  return version >= firstVersionWithGroups ? { groups: [{ groupId, topics }], ...stable } : { groupId, topics, ...stable }
}

function ofGroup(response: OffsetFetchResponse, groupId: string): Pick<OffsetFetchResponse, 'errorCode' | 'topics'> {
  return response.groups.find(group => group.groupId === groupId) ?? response
}
