import { randomBytes } from 'node:crypto'
import { errorCodes } from '../../errors/error-table'
import { createTopicsApi } from '../../protocol/generated/create-topics'
import type { CreatableTopic } from '../../protocol/generated/create-topics-request'
import type { CreatableTopicResultInput } from '../../protocol/generated/create-topics-response'
import { configValueProblem } from '../configs/check-value'
import { configSources, inForce } from '../configs/config-store'
import { topicConfigs } from '../configs/topic-configs'
import { handler, type RequestContext } from '../handler'
import { Refused } from '../refused'
import { checkReplicas } from '../topics/check-replicas'
import { forwards } from '../topics/forwarding'
import { namesCollide, topicNameProblem } from '../topics/topic-names'

/** Most partitions that one request may make. */
const mostPartitions = 10_000

/** A topic as it would be made. */
interface Plan {
  readonly replicas: readonly (readonly number[])[]
  readonly configs: ReadonlyMap<string, string>
}

/** CreateTopics. */
export const createTopics = handler({
  api: createTopicsApi,
  handle(context, request) {
    const { cluster, node } = context
    // From 2.4 on any broker passes it on to the controller; a ZooKeeper broker did not.
    if (!forwards(cluster) && cluster.controllerId !== node.nodeId) return notController(request.topics)
    const { topics } = request
    const names = topics.map(({ name }) => name)
    const wanted = topics.map(({ numPartitions, assignments }) =>
      assignments.length > 0 ? assignments.length : Math.max(1, numPartitions)
    )
    if (wanted.reduce((sum, count) => sum + count, 0) > mostPartitions) {
      return { topics: topics.map(({ name }) => ({ name, errorCode: errorCodes.POLICY_VIOLATION, errorMessage: 'Too many partitions.' })) }
    }
    // Those of the same request may collide with each other: Kafka looks at what there was before.
    const known = cluster.topics.all().map(topic => topic.name)
    return {
      topics: topics
        .filter(({ name }, i) => names.indexOf(name) === i)
        .map(topic => {
          const isRepeated = names.indexOf(topic.name) !== names.lastIndexOf(topic.name)
          return isRepeated
            ? { name: topic.name, errorCode: errorCodes.INVALID_REQUEST, errorMessage: 'Duplicate topic name.' }
            : create(context, topic, known, request.validateOnly)
        })
    }
  },
  fail: (request, errorCode) => ({ topics: request.topics.map(({ name }) => ({ name, errorCode })) })
})

function notController(topics: readonly CreatableTopic[]): { topics: CreatableTopicResultInput[] } {
  return { topics: topics.map(({ name }) => ({ name, errorCode: errorCodes.NOT_CONTROLLER })) }
}

function create(
  context: RequestContext,
  topic: CreatableTopic,
  known: readonly string[],
  validateOnly: boolean
): CreatableTopicResultInput {
  const { cluster, version } = context
  try {
    const { replicas, configs } = plan(context, topic, known)
    // A dry run tells an id as well, which nobody will ever see again.
    let topicId = randomBytes(16).toString('base64url')
    if (!validateOnly) {
      cluster.configs.ofTopics.set(topic.name, new Map(configs))
      topicId = cluster.topics.create(topic.name, replicas).id
    }
    return {
      name: topic.name,
      errorCode: errorCodes.NONE,
      ...(version >= 7 ? { topicId } : {}),
      ...(version >= 5
        ? {
            numPartitions: replicas.length,
            replicationFactor: replicas[0]?.length ?? 0,
            configs: describeConfigs(context, configs)
          }
        : {})
    }
  } catch (error) {
    if (error instanceof Refused) return { name: topic.name, errorCode: error.errorCode, errorMessage: error.message }
    throw error
  }
}

function plan(
  { cluster }: RequestContext,
  { name, numPartitions, replicationFactor, assignments, configs }: CreatableTopic,
  known: readonly string[]
): Plan {
  const nameProblem = topicNameProblem(name)
  if (nameProblem !== undefined) throw new Refused(errorCodes.INVALID_TOPIC_EXCEPTION, nameProblem)
  if (cluster.topics.get(name) !== undefined) throw new Refused(errorCodes.TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`)
  const rival = known.find(other => namesCollide(name, other))
  if (rival !== undefined) throw new Refused(errorCodes.INVALID_TOPIC_EXCEPTION, `Topic '${name}' collides with existing topic: ${rival}`)
  const values = checkConfigs(configs)
  if (assignments.length > 0) {
    if (numPartitions !== -1 || replicationFactor !== -1) {
      throw new Refused(errorCodes.INVALID_REQUEST, 'Both numPartitions or replicationFactor and replicasAssignments were set.')
    }
    const replicas = assignments.toSorted((a, b) => a.partitionIndex - b.partitionIndex).map(({ brokerIds }) => brokerIds)
    const indexes = new Set(assignments.map(({ partitionIndex }) => partitionIndex))
    if (assignments.some((_, index) => !indexes.has(index))) {
      throw new Refused(errorCodes.INVALID_REPLICA_ASSIGNMENT, 'partitions should be a consecutive 0-based integer sequence')
    }
    return { replicas: replicas.map(nodes => checkReplicas(cluster.nodes, nodes)), configs: values }
  }
  const count = numPartitions === -1 ? cluster.configs.brokerNumber('num.partitions') : numPartitions
  const factor = replicationFactor === -1 ? cluster.configs.brokerNumber('default.replication.factor') : replicationFactor
  if (factor < 1) throw new Refused(errorCodes.INVALID_REPLICATION_FACTOR, 'Replication factor was set to an invalid non-positive value.')
  if (count < 1) throw new Refused(errorCodes.INVALID_PARTITIONS, 'Number of partitions was set to an invalid non-positive value.')
  const alive = cluster.aliveNodes().length
  if (factor > alive) {
    throw new Refused(
      errorCodes.INVALID_REPLICATION_FACTOR,
      `Unable to replicate the partition ${factor} time(s): The target replication factor of ${factor} cannot be reached because only ${alive} broker(s) are registered.`
    )
  }
  return { replicas: cluster.placeReplicas(count, factor), configs: values }
}

function checkConfigs(configs: CreatableTopic['configs']): Map<string, string> {
  const values = new Map<string, string>()
  for (const { name, value } of configs) {
    const definition = topicConfigs.get(name)
    if (definition === undefined) throw new Refused(errorCodes.INVALID_CONFIG, `Unknown topic config name: ${name}`)
    if (value === null) throw new Refused(errorCodes.INVALID_CONFIG, `Null value not supported for topic configs: ${name}`)
    const problem = configValueProblem(definition, value)
    if (problem !== undefined) throw new Refused(errorCodes.INVALID_CONFIG, problem)
    values.set(name, value)
  }
  return values
}

function describeConfigs({ cluster }: RequestContext, own: ReadonlyMap<string, string>): CreatableTopicResultInput['configs'] {
  return [...topicConfigs.values()].map(definition => {
    const { name } = definition
    const value = own.get(name)
    const sources = value === undefined ? cluster.configs.inherited(definition) : [{ name, value, source: configSources.topic }]
    const configSource = sources[0]?.source ?? configSources.default
    return { name, value: inForce(definition, sources), configSource, readOnly: false, isSensitive: false }
  })
}
