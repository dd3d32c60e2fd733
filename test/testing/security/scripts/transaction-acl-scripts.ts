import { addOffsetsToTxnApi } from '../../../../src/protocol/generated/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '../../../../src/protocol/generated/add-partitions-to-txn'
import { describeTransactionsApi } from '../../../../src/protocol/generated/describe-transactions'
import { endTxnApi } from '../../../../src/protocol/generated/end-txn'
import { findCoordinatorApi } from '../../../../src/protocol/generated/find-coordinator'
import { initProducerIdApi } from '../../../../src/protocol/generated/init-producer-id'
import { listTransactionsApi } from '../../../../src/protocol/generated/list-transactions'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { makeBatch } from '../../support/make-batch'
import type { Script } from '../../scripts/stage'
import { AclActor, type Operation } from './acl-actor'

const given: Operation[] = ['write', 'describe', 'all']

/** Who may use transactional ids. */
export const transactionAclScripts: readonly Script[] = [
  {
    name: 'transactional ids',
    play: stage =>
      AclActor.play(stage, async actor => {
        const { admin } = actor
        const [topic, hidden] = await actor.makeTopics(['topic', 'hidden'])
        const ids = ['none', ...given].map(name => stage.unique(`id-${name}`))
        const group = stage.unique('group')
        await actor.give([
          actor.topic('write', { resourceName: topic.name }),
          ...given.map((operation, i) => actor.transactionalId(operation, ids[i + 1]))
        ])
        const producers: { producerId: bigint; producerEpoch: number }[] = []
        await stage.quiet(async () => {
          for (const transactionalId of ids) {
            let made = await stage.ask('init', admin, initProducerIdApi, 4, { transactionalId, transactionTimeoutMs: 60_000 })
            for (let i = 0; i < 200 && made.errorCode !== 0; i++) {
              await stage.wait(50)
              await stage.ask('find', admin, findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: [transactionalId] })
              made = await stage.ask('init', admin, initProducerIdApi, 4, { transactionalId, transactionTimeoutMs: 60_000 })
            }
            producers.push({ producerId: made.producerId, producerEpoch: made.producerEpoch })
          }
        })
        await actor.codes('find', findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ids })
        for (const [i, transactionalId] of ids.entries()) {
          const may = ['none', ...given][i]
          const producer = producers[i]
          const topics = [{ name: topic.name, partitions: [0] }]
          const adding = {
            v3AndBelowTransactionalId: transactionalId,
            v3AndBelowProducerId: producer.producerId,
            v3AndBelowProducerEpoch: producer.producerEpoch
          }
          await actor.ask(`add, ${may}`, addPartitionsToTxnApi, 3, { ...adding, v3AndBelowTopics: topics })
          await actor.ask(`add with a hidden topic, ${may}`, addPartitionsToTxnApi, 3, {
            ...adding,
            v3AndBelowTopics: [...topics, { name: hidden.name, partitions: [0] }]
          })
          await actor.ask(`add offsets, ${may}`, addOffsetsToTxnApi, 3, { transactionalId, ...producer, groupId: group })
          const records = makeBatch(['a'], { ...producer, baseSequence: 0, transactional: true })
          const topicData = [topic, hidden].map(({ name }) => ({ name, partitionData: [{ index: 0, records }] }))
          await actor.codes(`produce, ${may}`, produceApi, 9, { transactionalId, acks: -1, timeoutMs: 5000, topicData })
        }
        await stage.quiet(() =>
          stage.ask('add', admin, addPartitionsToTxnApi, 3, {
            v3AndBelowTransactionalId: ids[2],
            v3AndBelowProducerId: producers[2].producerId,
            v3AndBelowProducerEpoch: producers[2].producerEpoch,
            v3AndBelowTopics: [topic, hidden].map(({ name }) => ({ name, partitions: [0] }))
          })
        )
        const described = await stage.quiet(() => actor.ask('describe', describeTransactionsApi, 0, { transactionalIds: ids }))
        stage.record('describe', {
          codes: described.transactionStates.map(({ transactionalId, errorCode, topics }) => [
            transactionalId,
            errorCode,
            topics.map(one => one.topic).sort()
          ])
        })
        const listed = await stage.quiet(() => actor.ask('list', listTransactionsApi, 0, { stateFilters: [], producerIdFilters: [] }))
        stage.record('list', { codes: listed.transactionStates.map(({ transactionalId }) => transactionalId) })
        for (const [i, transactionalId] of ids.entries()) {
          const may = ['none', ...given][i]
          await actor.ask(`end, ${may}`, endTxnApi, 3, { transactionalId, ...producers[i], committed: false })
        }
        for (const [i, transactionalId] of ids.entries()) {
          const may = ['none', ...given][i]
          await actor.codes(`init, ${may}`, initProducerIdApi, 4, { transactionalId, transactionTimeoutMs: -1 })
        }
      })
  },
  {
    name: 'idempotent producers',
    play: stage =>
      AclActor.play(stage, async actor => {
        const ask = (label: string): Promise<unknown> =>
          actor.codes(label, initProducerIdApi, 4, { transactionalId: null, transactionTimeoutMs: 60_000 })
        await ask('without rights')
        const topic = stage.unique('topic')
        await actor.give([actor.topic('read', { resourceName: topic })])
        await ask('who may read a topic')
        await actor.give([actor.topic('write', { resourceName: topic })])
        await ask('who may write to a topic')
        await actor.give([actor.topic('write', { resourceName: topic, permissionType: 2 })])
        await ask('who may not after all')
        await actor.give([actor.topic('write', { resourceName: topic.slice(0, 8), patternType: 4 })])
        await ask('who may with a prefix')
        await actor.give([actor.topic('all', { resourceName: topic.slice(0, 3), patternType: 4, permissionType: 2 })])
        await ask('who may not with a shorter prefix')
        await actor.give([actor.topic('all', { resourceName: '*' })])
        await ask('who may with all topics')
        await actor.give([actor.topic('write', { resourceName: '*', permissionType: 2, principal: 'User:*' })])
        await ask('who may with none')
        await actor.give([actor.cluster('idempotentWrite')])
        await ask('who may write idempotently')
      })
  }
]
