import { errorCodes } from '../../errors/error-table'
import { alterReplicaLogDirsApi } from '../../protocol/generated/alter-replica-log-dirs'
import type { AlterReplicaLogDirTopicResultInput } from '../../protocol/generated/alter-replica-log-dirs-response'
import { logDirOf } from '../configs/node-values'
import { groupBy } from '../../utils/group-by'
import { handler } from '../handler'

/** AlterReplicaLogDirs: moves logs to the one folder there is, where they are already (KIP-113). */
export const alterReplicaLogDirs = handler({
  api: alterReplicaLogDirsApi,
  handle({ cluster, node }, { dirs }) {
    const wanted = dirs.flatMap(({ path, topics }) =>
      topics.flatMap(({ name, partitions }) => partitions.map(partitionIndex => ({ path, name, partitionIndex })))
    )
    return {
      results: byTopic(
        wanted.map(({ path, name, partitionIndex }) => {
          if (path !== logDirOf(node.nodeId)) return { name, partitionIndex, errorCode: errorCodes.LOG_DIR_NOT_FOUND }
          const partition = cluster.topics.partition(name, partitionIndex)
          if (partition === undefined) return { name, partitionIndex, errorCode: errorCodes.UNKNOWN_TOPIC_OR_PARTITION }
          const isHere = partition.replicas.includes(node.nodeId)
          return { name, partitionIndex, errorCode: isHere ? errorCodes.NONE : errorCodes.REPLICA_NOT_AVAILABLE }
        })
      )
    }
  },
  fail: ({ dirs }, errorCode) => ({
    results: byTopic(
      dirs.flatMap(({ topics }) =>
        topics.flatMap(({ name, partitions }) => partitions.map(partitionIndex => ({ name, partitionIndex, errorCode })))
      )
    )
  })
})

interface Result {
  readonly name: string
  readonly partitionIndex: number
  readonly errorCode: number
}

function byTopic(results: readonly Result[]): AlterReplicaLogDirTopicResultInput[] {
  return [...groupBy(results, ({ name }) => name)].map(([topicName, partitions]) => ({
    topicName,
    partitions: partitions.map(({ partitionIndex, errorCode }) => ({ partitionIndex, errorCode }))
  }))
}
