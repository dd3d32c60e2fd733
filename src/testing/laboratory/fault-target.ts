/** What a request has to be about for a fault to hit it; all that is given must match. */
export interface FaultTarget {
  /** Name of a topic that the request names, itself or by its id. */
  readonly topic?: string
  /** One partition of that topic. */
  readonly partition?: number
  /** Group id, or a transactional id. */
  readonly key?: string
}

type Message = Readonly<Record<string, unknown>>
type TopicName = (topicId: string) => string | undefined

// Where messages keep their topics, partitions and groups: few words for all APIs.
const topicLists = ['topics', 'topicData', 'responses', 'results', 'topicNames', 'topicResults']
const partitionLists = ['partitions', 'partitionData', 'partitionResponses', 'partitionIndexes', 'resultsByPartition']
const groupLists = ['groups', 'coordinators']
const keyFields = ['groupId', 'transactionalId', 'key']
const keyLists = ['groups', 'coordinatorKeys', 'groupsNames', 'groupIds', 'transactionalIds']

/** Whether a request is about the target. */
export function mentions(request: unknown, target: FaultTarget, topicName: TopicName): boolean {
  const message = request as Message
  if (target.key !== undefined && !namesKey(message, target.key)) return false
  if (target.topic === undefined) return true
  return narrow(message, target, topicName, 'only') !== undefined
}

/**
 * The part of a request, or of an answer, that is about the target's topic and partition (`only`), or all but that part (`without`).
 * Undefined when nothing about topics is left.
 */
export function narrow(message: Message, target: FaultTarget, topicName: TopicName, part: 'only' | 'without'): Message | undefined {
  const narrowed: Record<string, unknown> = { ...message }
  let isLeft = false
  for (const name of topicLists) {
    const topics = message[name]
    if (!Array.isArray(topics)) continue
    const kept = topics.flatMap((topic: unknown) => narrowTopic(topic, target, topicName, part))
    narrowed[name] = kept
    isLeft ||= kept.length > 0
  }
  for (const name of groupLists) {
    const groups = message[name]
    if (!Array.isArray(groups) || typeof groups[0] !== 'object') continue
    const kept = groups.flatMap((group: Message) => narrow(group, target, topicName, part) ?? [])
    narrowed[name] = kept
    isLeft ||= kept.length > 0
  }
  return isLeft ? narrowed : undefined
}

/** Joins two answers to parts of one request: the topics and partitions of `other` are added to those of `answer`. */
export function join(answer: Message, other: Message): Message {
  const joined: Record<string, unknown> = { ...answer }
  for (const name of [...topicLists, ...partitionLists, ...groupLists]) {
    const more = other[name]
    if (!Array.isArray(more)) continue
    const list = [...((answer[name] as unknown[] | undefined) ?? [])]
    for (const entry of more as Message[]) {
      const at = partitionLists.includes(name) ? -1 : list.findIndex(known => isSame(known as Message, entry))
      if (at < 0) list.push(entry)
      else list[at] = join(list[at] as Message, entry)
    }
    joined[name] = list
  }
  return joined
}

function narrowTopic(topic: unknown, target: FaultTarget, topicName: TopicName, part: 'only' | 'without'): unknown[] {
  const isIt = nameOf(topic, topicName) === target.topic
  const { partition } = target
  if (!isIt) return part === 'only' ? [] : [topic]
  if (partition === undefined || typeof topic === 'string') return part === 'only' ? [topic] : []
  const narrowed: Record<string, unknown> = { ...(topic as Message) }
  let isLeft = false
  for (const name of partitionLists) {
    const partitions = narrowed[name]
    if (!Array.isArray(partitions)) continue
    const kept = partitions.filter((one: unknown) => (indexOf(one) === partition) === (part === 'only'))
    narrowed[name] = kept
    isLeft ||= kept.length > 0
  }
  return isLeft ? [narrowed] : []
}

function nameOf(topic: unknown, topicName: TopicName): string | undefined {
  if (typeof topic === 'string') return topic
  const { name, topic: other, topicName: third, topicId } = topic as Message
  for (const candidate of [name, other, third]) if (typeof candidate === 'string' && candidate !== '') return candidate
  return typeof topicId === 'string' ? topicName(topicId) : undefined
}

function indexOf(partition: unknown): unknown {
  if (typeof partition === 'number') return partition
  const { partitionIndex, partition: other, index } = partition as Message
  return partitionIndex ?? other ?? index
}

function namesKey(message: Message, key: string): boolean {
  if (keyFields.some(name => message[name] === key)) return true
  return keyLists.some(name => {
    const list = message[name]
    return (
      Array.isArray(list) &&
      list.some((one: unknown) => one === key || (typeof one === 'object' && one !== null && namesKey(one as Message, key)))
    )
  })
}

function isSame(a: Message, b: Message): boolean {
  return ['name', 'topic', 'topicName', 'topicId', 'groupId'].every(name => (a[name] ?? '') === (b[name] ?? ''))
}
