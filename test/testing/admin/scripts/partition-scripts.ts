import { alterPartitionReassignmentsApi } from '../../../../src/protocol/generated/alter-partition-reassignments'
import { alterReplicaLogDirsApi } from '../../../../src/protocol/generated/alter-replica-log-dirs'
import { describeLogDirsApi } from '../../../../src/protocol/generated/describe-log-dirs'
import { describeTopicPartitionsApi } from '../../../../src/protocol/generated/describe-topic-partitions'
import type { DescribeTopicPartitionsRequestInput } from '../../../../src/protocol/generated/describe-topic-partitions-request'
import { electLeadersApi } from '../../../../src/protocol/generated/elect-leaders'
import { listPartitionReassignmentsApi } from '../../../../src/protocol/generated/list-partition-reassignments'
import type { Script } from '../../scripts/stage'

type TopicPartitions = { topic: string; partitions: number[] }[] | null

/** Where partitions are and who leads them, on a cluster of one broker. */
export const partitionScripts: Script[] = [
  {
    name: 'partitions page by page',
    async play(stage) {
      const [a, b, c] = [await stage.topic('a', 3), await stage.topic('b', 2), await stage.topic('c', 5)].map(({ name }) => name)
      const client = await stage.client('reader')
      const gone = stage.unique('z')
      const read = async (label: string, names: string[], more: Partial<DescribeTopicPartitionsRequestInput> = {}): Promise<void> => {
        const topics = names.map(name => ({ name }))
        const answer = await stage.settled(stage.start(client, describeTopicPartitionsApi, 0, { topics, ...more }))
        stage.record(label, {
          topics: answer.topics.map(({ name, errorCode, topicAuthorizedOperations, partitions, isInternal }) => [
            name,
            errorCode,
            isInternal,
            topicAuthorizedOperations,
            partitions
          ]),
          next: answer.nextCursor
        })
      }
      await read('two', [a, c])
      await read('one twice', [a, a])
      await read('the first page', [c, a, b], { responsePartitionLimit: 4 })
      await read('the second page', [c, a, b], { responsePartitionLimit: 4, cursor: { topicName: b, partitionIndex: 1 } })
      await read('the last page', [c, a, b], { responsePartitionLimit: 4, cursor: { topicName: c, partitionIndex: 3 } })
      await read('a page that ends with a topic', [c, a, b], { responsePartitionLimit: 3 })
      await read('a page that is just enough', [a, b], { responsePartitionLimit: 5 })
      await read('one that is not there', [a, gone, b], { responsePartitionLimit: 4 })
      await read('the next is not there', [a, gone], { responsePartitionLimit: 3 })
      await read('no name', [a, 'a b'])
      for (const limit of [0, -1]) await read(`limit ${limit}`, [a], { responsePartitionLimit: limit })
      for (const partitionIndex of [1, 7, -1]) await read(`from ${partitionIndex}`, [a], { cursor: { topicName: a, partitionIndex } })
      await read('from a topic between them', [a, c], { cursor: { topicName: b, partitionIndex: 1 } })
      await read('from beyond', [a, c], { cursor: { topicName: gone, partitionIndex: 0 } })
    }
  },
  {
    name: 'log dirs',
    async play(stage) {
      const { name: topic } = await stage.topic('topic', 2)
      const client = await stage.client('observer')
      const describe = async (label: string, topics: { topic: string; partitions: number[] }[] | null, version = 4): Promise<string> => {
        const answer = await stage.settled(stage.start(client, describeLogDirsApi, version, { topics }))
        stage.record(label, [
          answer.errorCode,
          answer.results.map(({ errorCode, topics: found, totalBytes, usableBytes }) => ({
            errorCode,
            topics: found.filter(({ name }) => name === topic),
            sizes: [totalBytes, usableBytes].map(bytes => (bytes < 0n ? 'unknown' : 'known'))
          }))
        ])
        return answer.results[0].logDir
      }
      const path = await describe('all', null)
      await describe('none', [])
      for (const version of [1, 2, 3, 4, 5]) await describe(`one in version ${version}`, [{ topic, partitions: [1] }], version)
      await describe('what is not there', [
        { topic, partitions: [9] },
        { topic: 'missing', partitions: [0] }
      ])
      const alter = (label: string, version: number, where: string): Promise<unknown> => {
        const topics = [
          { name: topic, partitions: [0, 9] },
          { name: 'missing', partitions: [0] }
        ]
        return stage.ask(label, client, alterReplicaLogDirsApi, version, { dirs: [{ path: where, topics }] })
      }
      await alter('to where they are', 2, path)
      await alter('to nowhere', 1, '/nowhere')
      await alter('to no path', 2, 'nowhere')
    }
  },
  {
    name: 'reassignments that one broker can take or refuse',
    async play(stage) {
      const { name: topic } = await stage.topic('topic', 2)
      const client = await stage.client('mover')
      const alter = async (label: string, replicas: number[] | null, name = topic, partitionIndex = 0, version = 1): Promise<void> => {
        await stage.ask(label, client, alterPartitionReassignmentsApi, version, {
          timeoutMs: 30_000,
          topics: [{ name, partitions: [{ partitionIndex, replicas }] }]
        })
      }
      await alter('to where it is', [1])
      await alter('to where it is, in version 0', [1], topic, 1, 0)
      await alter('to a broker that is not there', [1, 9])
      await alter('to one broker twice', [1, 1])
      await alter('to a negative broker', [-1])
      await alter('to nowhere', [])
      await alter('cancel', null)
      await alter('a topic that is not there', [1], 'missing')
      await alter('a partition that is not there', [1], topic, 7)
      await alter('cancel what is not there', null, 'missing')
      await stage.ask('nothing', client, alterPartitionReassignmentsApi, 1, { timeoutMs: 30_000, topics: [] })
      await stage.ask('fewer replicas', client, alterPartitionReassignmentsApi, 1, {
        timeoutMs: 30_000,
        allowReplicationFactorChange: false,
        topics: [{ name: topic, partitions: [{ partitionIndex: 0, replicas: [1, 9] }] }]
      })
      for (const topics of [
        null,
        [],
        [
          { name: topic, partitionIndexes: [0, 9] },
          { name: 'missing', partitionIndexes: [0] }
        ]
      ]) {
        await stage.ask('list', client, listPartitionReassignmentsApi, 0, { timeoutMs: 30_000, topics })
      }
    }
  },
  {
    name: 'elections that are not needed',
    async play(stage) {
      stage.ignoreOrder('replicaElectionResults', 'partitionResult')
      const { name: topic } = await stage.topic('topic', 2)
      const client = await stage.client('elector')
      const elect = async (label: string, version: number, electionType: number, topicPartitions: TopicPartitions): Promise<void> => {
        await stage.ask(label, client, electLeadersApi, version, {
          ...(version > 0 ? { electionType } : {}),
          topicPartitions,
          timeoutMs: 30_000
        })
      }
      for (const version of [0, 1, 2]) await elect(`preferred in version ${version}`, version, 0, [{ topic, partitions: [0, 1] }])
      await elect('unclean', 2, 1, [{ topic, partitions: [0] }])
      await elect('not there', 2, 0, [
        { topic, partitions: [9] },
        { topic: 'missing', partitions: [0] }
      ])
      await elect('no election', 2, 7, [{ topic, partitions: [0] }])
      await elect('none', 2, 0, [])
    }
  }
]
