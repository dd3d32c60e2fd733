import { addPartitionsToTxnApi } from '../../../../src/protocol/generated/add-partitions-to-txn'
import { createPartitionsApi } from '../../../../src/protocol/generated/create-partitions'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import { deleteRecordsApi } from '../../../../src/protocol/generated/delete-records'
import { deleteTopicsApi } from '../../../../src/protocol/generated/delete-topics'
import { describeProducersApi } from '../../../../src/protocol/generated/describe-producers'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { offsetDeleteApi } from '../../../../src/protocol/generated/offset-delete'
import { offsetFetchApi } from '../../../../src/protocol/generated/offset-fetch'
import { offsetForLeaderEpochApi } from '../../../../src/protocol/generated/offset-for-leader-epoch'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { zeroUuid } from '../../../../src/protocol/uuid'
import { makeBatch } from '../../support/make-batch'
import type { Script } from '../../scripts/stage'
import { AclActor, type Operation } from './acl-actor'
import { topicsFor } from './topics-for'

const records = (): Buffer => makeBatch(['a value'])
const fetching = { maxWaitMs: 0, minBytes: 0, maxBytes: 100_000, isolationLevel: 0, sessionId: 0, sessionEpoch: -1 }
const fetched = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 100_000 }]

/** Who may see topics, write to them and read from them. */
export const topicAclScripts: readonly Script[] = [
  {
    name: 'metadata',
    play: stage =>
      AclActor.play(stage, async actor => {
        const topics = await topicsFor(actor)
        const names = topics.map(({ name }) => ({ name }))
        await actor.ask('by name', metadataApi, 12, {
          topics: names,
          allowAutoTopicCreation: false,
          includeTopicAuthorizedOperations: true
        })
        await actor.ask('by id', metadataApi, 12, {
          topics: topics.map(({ id }) => ({ name: null, topicId: id })),
          allowAutoTopicCreation: false
        })
        await actor.ask('all', metadataApi, 12, { topics: null })
        await actor.ask('all, version 0', metadataApi, 0, { topics: [] })
        await actor.ask('with operations of the cluster', metadataApi, 8, { topics: [names[0]], includeClusterAuthorizedOperations: true })
        const absent = ['none', 'describe', 'create', 'read'].map(name => ({
          operation: name,
          name: stage.unique(`absent ${name}`.replace(' ', '-'))
        }))
        await actor.give([
          ...absent.slice(1).map(({ operation, name }) => actor.topic(operation as Operation, { resourceName: name })),
          actor.topic('describe', { resourceName: absent[2].name })
        ])
        const wanted = absent.map(({ name }) => ({ name }))
        await actor.ask('absent', metadataApi, 12, { topics: wanted, allowAutoTopicCreation: false })
        await actor.codes('absent, to be made', metadataApi, 12, { topics: wanted, allowAutoTopicCreation: true })
        await actor.ask('unknown id', metadataApi, 12, { topics: [{ name: null, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ' }] })
      })
  },
  {
    name: 'records',
    play: stage =>
      AclActor.play(stage, async actor => {
        const topics = await topicsFor(actor)
        const partitionData = [{ index: 0, records: records() }]
        await actor.ask('produce', produceApi, 9, {
          acks: 1,
          timeoutMs: 1000,
          topicData: topics.map(({ name }) => ({ name, partitionData }))
        })
        const byId = [...topics.map(({ id }) => ({ topicId: id, partitionData })), { topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitionData }]
        await actor.ask('produce by id', produceApi, 13, { acks: 1, timeoutMs: 1000, topicData: byId })
        const partitions = fetched
        const absent = { topic: stage.unique('absent'), partitions }
        await actor.codes('fetch', fetchApi, 12, {
          ...fetching,
          topics: [...topics.map(({ name }) => ({ topic: name, partitions })), absent]
        })
        const unknown = { topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitions }
        await actor.ask('fetch by id', fetchApi, 17, {
          ...fetching,
          topics: [...topics.map(({ id }) => ({ topicId: id, partitions: [{ ...fetched[0], fetchOffset: 2n }] })), unknown]
        })
        const session = await actor.codes('fetch in a session', fetchApi, 17, {
          ...fetching,
          sessionEpoch: 0,
          topics: topics.slice(0, 2).map(({ id }) => ({ topicId: id, partitions }))
        })
        await actor.codes('fetch in the session', fetchApi, 17, { ...fetching, sessionId: session.sessionId, sessionEpoch: 1, topics: [] })
        const named = topics.map(({ name }) => name)
        await actor.ask('list offsets', listOffsetsApi, 7, {
          replicaId: -1,
          topics: named.map(name => ({ name, partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp: -1n }] }))
        })
        await actor.ask('epochs', offsetForLeaderEpochApi, 4, {
          replicaId: -1,
          topics: named.map(topic => ({ topic, partitions: [{ partition: 0, currentLeaderEpoch: -1, leaderEpoch: 0 }] }))
        })
        await actor.ask('producers', describeProducersApi, 0, { topics: named.map(name => ({ name, partitionIndexes: [0] })) })
        await actor.ask('delete records', deleteRecordsApi, 2, {
          topics: named.map(name => ({ name, partitions: [{ partitionIndex: 0, offset: 0n }] })),
          timeoutMs: 5000
        })
      })
  },
  {
    name: 'topics',
    play: stage =>
      AclActor.play(stage, async actor => {
        const topics = await topicsFor(actor)
        const names = topics.map(({ name }) => name)
        const fresh = ['none', 'create', 'describe', 'all'].map(name => ({
          operation: name as Operation,
          name: stage.unique(`new-${name}`)
        }))
        const both = stage.unique('new-both')
        await actor.give([
          ...fresh.slice(1).map(({ operation, name }) => actor.topic(operation, { resourceName: name })),
          actor.topic('create', { resourceName: both }),
          actor.topic('describeConfigs', { resourceName: both })
        ])
        const creation = (name: string): object => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] })
        const made = await stage.quiet(() =>
          actor.ask('create', createTopicsApi, 7, {
            topics: [...fresh.map(({ name }) => creation(name)), creation(both), creation(names[0]), creation(names[3])],
            timeoutMs: 5000,
            validateOnly: true
          })
        )
        stage.record('create', {
          codes: made.topics.map(({ name, errorCode, topicConfigErrorCode, numPartitions, configs }) => [
            name,
            errorCode,
            topicConfigErrorCode,
            numPartitions,
            configs === null ? null : configs.length > 0
          ])
        })
        await actor.ask('more partitions', createPartitionsApi, 3, {
          topics: names.map(name => ({ name, count: 2, assignments: null })),
          timeoutMs: 5000,
          validateOnly: true
        })
        const [none, , , , deletable] = topics
        await actor.ask('delete by name', deleteTopicsApi, 5, {
          topicNames: [none.name, names[1], stage.unique('absent')],
          timeoutMs: 5000
        })
        await actor.ask('delete by id', deleteTopicsApi, 6, {
          topics: [...topics.slice(0, 4), deletable].map(({ id }) => ({ name: null, topicId: id })),
          timeoutMs: 5000
        })
        await actor.ask('delete by name in version 6', deleteTopicsApi, 6, {
          topics: [none.name, names[1], names[5]].map(name => ({ name, topicId: zeroUuid })),
          timeoutMs: 5000
        })
      })
  },
  {
    name: 'offsets of groups',
    play: stage =>
      AclActor.play(stage, async actor => {
        const topics = await topicsFor(actor, ['read', 'write', 'describe', 'delete', 'all'])
        const groupId = stage.unique('group')
        await stage.ready(groupId)
        await actor.give([actor.group('all', groupId), actor.transactionalId('all', groupId)])
        const commits = [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: '' }]
        const committer = { groupId, generationIdOrMemberEpoch: -1, memberId: '' }
        const absent = stage.unique('absent')
        await actor.ask('commit', offsetCommitApi, 9, {
          ...committer,
          topics: [...topics.map(({ name }) => ({ name, partitions: commits })), { name: absent, partitions: commits }]
        })
        await actor.ask('commit by id', offsetCommitApi, 10, {
          ...committer,
          topics: [
            ...topics.map(({ id }) => ({ topicId: id, partitions: commits })),
            { topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitions: commits }
          ]
        })
        const wanted = topics.map(({ name }) => ({ name, partitionIndexes: [0] }))
        await actor.ask('fetch', offsetFetchApi, 7, { groupId, topics: wanted, requireStable: false })
        await actor.ask('fetch of groups', offsetFetchApi, 9, { groups: [{ groupId, topics: wanted }], requireStable: false })
        await actor.ask('fetch all', offsetFetchApi, 9, { groups: [{ groupId, topics: null }], requireStable: false })
        await actor.ask('fetch by id', offsetFetchApi, 10, {
          groups: [{ groupId, topics: topics.map(({ id }) => ({ topicId: id, partitionIndexes: [0] })) }],
          requireStable: false
        })
        await actor.ask('delete', offsetDeleteApi, 0, {
          groupId,
          topics: topics.map(({ name }) => ({ name, partitions: [{ partitionIndex: 0 }] }))
        })
        await actor.ask('add partitions', addPartitionsToTxnApi, 3, {
          v3AndBelowTransactionalId: groupId,
          v3AndBelowProducerId: 1n,
          v3AndBelowProducerEpoch: 0,
          v3AndBelowTopics: topics.map(({ name }) => ({ name, partitions: [0] }))
        })
      })
  }
]
