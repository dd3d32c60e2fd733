import { errorCodes } from '../../../src/errors/error-table'
import { initProducerIdApi } from '../../../src/protocol/generated/init-producer-id'
import { listTransactionsApi } from '../../../src/protocol/generated/list-transactions'
import { writeTxnMarkersApi } from '../../../src/protocol/generated/write-txn-markers'
import type { ClusterState } from '../../../src/testing/cluster-state'
import type { PartitionLog } from '../../../src/testing/storage/partition-log'
import { EmbeddedBackend } from '../scripts/embedded-backend'
import { Stage } from '../scripts/stage'
import { WireClient } from '../support/wire-client'
import { settle } from '../../support/manual-clock'
import { TransactionActor } from './scripts/transaction-actor'

const day = 86_400_000
let backend: EmbeddedBackend
let stage: Stage
let cluster: ClusterState

async function open(configs: Record<string, string> = {}, brokers = 1): Promise<void> {
  // Connections stay, however long tests let them wait.
  backend = await EmbeddedBackend.start({ 'connections.max.idle.ms': '-1', ...configs }, brokers)
  cluster = backend.kafka.cluster
  stage = new Stage(backend, 'xxxxxxxxxx')
}

/** A topic whose partitions lie on the brokers named, and a producer that the first broker serves. */
async function begin(replicas: number[][] = [[1]]): Promise<TransactionActor> {
  cluster.topics.create('orders', replicas)
  cluster.coordinators.pin('transaction', 'tx', 1)
  const ann = await TransactionActor.enter(stage, 'ann', 'tx')
  await ann.init()
  return ann
}

afterEach(async () => {
  stage.close()
  await backend.stop()
  expect(backend.clock.pending).toBe(0)
  expect(backend.kafka.problems).toEqual([])
})

function log(partition = 0): PartitionLog {
  return backend.kafka.laboratory.partition('orders', partition).state.log
}

function transaction(): { state: string; producerEpoch: number } | undefined {
  return cluster.transactions.find('tx')
}

/** The answer that was written down last. */
function last(): unknown {
  return stage.transcript[stage.transcript.length - 1][1]
}

function producedError(): number {
  const { responses } = last() as { responses: { partitionResponses: { errorCode: number }[] }[] }
  return responses[0].partitionResponses[0].errorCode
}

function addedError(): number {
  const { resultsByTopicV3AndBelow } = last() as { resultsByTopicV3AndBelow: { resultsByPartition: { partitionErrorCode: number }[] }[] }
  return resultsByTopicV3AndBelow[0].resultsByPartition[0].partitionErrorCode
}

function lastError(): number {
  return (last() as { errorCode: number }).errorCode
}

describe('by the clock', () => {
  it('aborts a transaction at its timeout, which begins with the transaction', async () => {
    await open()
    const ann = await begin()
    await ann.init(4, { timeout: 10_000 })
    await stage.wait(5000)
    await ann.add('orders', [0])
    await ann.produce('orders', 0, 0, ['a'])
    await stage.wait(6000)
    await ann.produce('orders', 0, 1, ['b'])
    await stage.wait(3999)
    expect(transaction()).toMatchObject({ state: 'Ongoing' })
    expect(log().lastStableOffset).toBe(0)
    await stage.wait(1)
    expect(transaction()).toMatchObject({ state: 'CompleteAbort', producerEpoch: 2 })
    expect(log().lastStableOffset).toBe(3)
    expect(log().abortedIn(0, 3)).toMatchObject([{ firstOffset: 0, lastOffset: 2 }])
  })

  it.each([true, false])('needs no timer for a transaction that has ended (commit: %s)', async committed => {
    await open()
    const ann = await begin()
    await ann.add('orders', [0])
    expect(backend.clock.pending).toBe(1)
    await ann.end(committed)
    expect(backend.clock.pending).toBe(0)
    await ann.add('orders', [0])
    await stage.wait(59_999)
    expect(transaction()).toMatchObject({ state: 'Ongoing' })
    await stage.wait(1)
    expect(transaction()).toMatchObject({ state: 'CompleteAbort' })
  })

  it('forgets a transactional id that is idle for transactional.id.expiration.ms', async () => {
    await open({ 'transactional.id.expiration.ms': String(day) })
    const ann = await begin()
    const { producerId } = ann
    await stage.wait(day - 1)
    await ann.add('orders', [0])
    await ann.end(true)
    await stage.wait(day - 1)
    expect(transaction()).toBeDefined()
    await stage.wait(1)
    expect(transaction()).toBeUndefined()
    expect(cluster.transactions.all()).toEqual([])
    await ann.add('orders', [0])
    expect(addedError()).toBe(errorCodes.INVALID_PRODUCER_ID_MAPPING)
    await ann.init(4, { producerId, producerEpoch: 0 })
    expect(ann.producerId).not.toBe(producerId)
    expect(ann.producerEpoch).toBe(0)
  })

  it('forgets a producer that is idle for producer.id.expiration.ms, though not in the middle of a transaction', async () => {
    await open({ 'producer.id.expiration.ms': String(day) })
    cluster.topics.create('orders', [[1]])
    const bob = await TransactionActor.idempotent(stage, 'bob')
    await bob.produceAlone('orders', 0, ['a'])
    await stage.wait(day - 1)
    await bob.produceAlone('orders', 5, ['gap'])
    expect(producedError()).toBe(errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER)
    await stage.wait(1)
    await bob.produceAlone('orders', 5, ['anywhere'])
    expect(producedError()).toBe(errorCodes.NONE)
    cluster.coordinators.pin('transaction', 'tx', 1)
    const ann = await TransactionActor.enter(stage, 'ann', 'tx')
    await ann.init(4, { timeout: 900_000 })
    backend.kafka.laboratory.holdMarkers()
    await ann.add('orders', [0])
    await ann.produce('orders', 0, 0, ['a'])
    await stage.wait(2 * day)
    await ann.describeProducers('orders')
    expect(last()).toMatchObject({ topics: [{ partitions: [{ activeProducers: [{ currentTxnStartOffset: '2' }] }] }] })
    backend.kafka.laboratory.releaseMarkers()
    expect(log().lastStableOffset).toBe(4)
    await stage.wait(day)
    await ann.describeProducers('orders')
    expect(last()).toMatchObject({ topics: [{ partitions: [{ activeProducers: [] }] }] })
  })
})

describe('in the laboratory', () => {
  it('a producer that is forgotten may begin anywhere', async () => {
    await open()
    cluster.topics.create('orders', [[1]])
    const bob = await TransactionActor.idempotent(stage, 'bob')
    const eve = await TransactionActor.idempotent(stage, 'eve')
    for (const actor of [bob, eve]) await actor.produceAlone('orders', 0, ['a'])
    const partition = backend.kafka.laboratory.partition('orders', 0)
    expect(partition.expireProducers(bob.producerId)).toBe(1)
    expect(partition.expireProducers(bob.producerId)).toBe(0)
    await bob.produceAlone('orders', 7, ['b'])
    expect(producedError()).toBe(errorCodes.NONE)
    await eve.produceAlone('orders', 7, ['b'])
    expect(producedError()).toBe(errorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER)
    expect(partition.expireProducers()).toBe(2)
    // What was the same before is another one now.
    await eve.produceAlone('orders', 0, ['a'])
    expect(last()).toMatchObject({ responses: [{ partitionResponses: [{ errorCode: 0, baseOffset: '3' }] }] })
  })

  it('nothing is decided while markers are held', async () => {
    await open()
    const ann = await begin([[1], [1]])
    const { laboratory } = backend.kafka
    laboratory.holdMarkers('other')
    laboratory.holdMarkers('tx')
    await ann.produce('orders', 0, 0, ['a'], { version: 12 })
    const { transactionalId, producerId, producerEpoch } = ann
    const ended = cluster.transactions.end({ transactionalId, producerId, producerEpoch, isCommit: true, bumpsEpoch: true })
    expect(ended).toEqual({ producerId, producerEpoch: producerEpoch + 1 })
    expect(transaction()).toMatchObject({ state: 'PrepareCommit' })
    expect(log().lastStableOffset).toBe(0)
    await ann.init()
    expect(lastError()).toBe(errorCodes.CONCURRENT_TRANSACTIONS)
    ann.take({ producerId, producerEpoch: producerEpoch + 1 })
    await ann.produce('orders', 1, 0, ['b'], { version: 12 })
    expect(producedError()).toBe(errorCodes.CONCURRENT_TRANSACTIONS)
    await ann.produce('orders', 1, 0, ['b'], { version: 11 })
    expect(producedError()).toBe(errorCodes.NOT_ENOUGH_REPLICAS)
    laboratory.clear()
    expect(transaction()).toMatchObject({ state: 'CompleteCommit', producerEpoch: producerEpoch + 1 })
    expect(log().lastStableOffset).toBe(2)
    await ann.produce('orders', 1, 0, ['b'], { version: 12 })
    expect(producedError()).toBe(errorCodes.NONE)
    expect(laboratory.timeOutTransaction('tx')).toBe(true)
    expect(laboratory.timeOutTransaction('tx')).toBe(false)
    expect(transaction()).toMatchObject({ state: 'CompleteAbort', producerEpoch: producerEpoch + 2 })
  })

  it('a transaction whose id is forgotten hangs until an administrator ends it', async () => {
    await open()
    const ann = await begin()
    await ann.add('orders', [0])
    await ann.produce('orders', 0, 0, ['a'])
    const { producerId, producerEpoch, client } = ann
    expect(backend.kafka.laboratory.forgetTransactionalId('tx')).toBe(true)
    expect(backend.kafka.laboratory.forgetTransactionalId('tx')).toBe(false)
    await stage.wait(day)
    expect(log().lastStableOffset).toBe(0)
    const write = (epoch: number): Promise<unknown> => {
      const topics = [{ name: 'orders', partitionIndexes: [0] }]
      const markers = [{ producerId, producerEpoch: epoch, transactionResult: false, coordinatorEpoch: 0, topics }]
      return stage.ask('write', client, writeTxnMarkersApi, 1, { markers })
    }
    // A real broker says so as well, and writes a stack trace to its log.
    await write(-1)
    expect(last()).toMatchObject({ markers: [{ topics: [{ partitions: [{ errorCode: errorCodes.UNKNOWN_SERVER_ERROR }] }] }] })
    await write(producerEpoch)
    expect(last()).toMatchObject({ markers: [{ topics: [{ partitions: [{ errorCode: 0 }] }] }] })
    expect(log().lastStableOffset).toBe(2)
    await stage.ask('list', client, listTransactionsApi, 2, { transactionalIdPattern: '(' })
    expect(lastError()).toBe(errorCodes.INVALID_REGULAR_EXPRESSION)
  })
})

describe('when brokers go', () => {
  it('a transaction goes on at the new leader of its partition', async () => {
    await open({}, 2)
    const ann = await begin([[2, 1]])
    await ann.add('orders', [0])
    await ann.produce('orders', 0, 0, ['a'])
    expect(producedError()).toBe(errorCodes.NOT_LEADER_OR_FOLLOWER)
    backend.kafka.laboratory.partition('orders', 0).moveLeader(1)
    await ann.produce('orders', 0, 0, ['a'])
    await backend.kafka.kill(2)
    await ann.produce('orders', 0, 0, ['a'])
    expect(last()).toMatchObject({ responses: [{ partitionResponses: [{ errorCode: 0, baseOffset: '0' }] }] })
    await ann.produce('orders', 0, 1, ['b'])
    expect(producedError()).toBe(errorCodes.NONE)
    await ann.end(true)
    expect(log().lastStableOffset).toBe(3)
  })

  it('the marker of a partition without leader comes when it has one', async () => {
    await open({}, 2)
    const ann = await begin([[1], [2]])
    await ann.add('orders', [0, 1])
    await ann.produce('orders', 0, 0, ['a'])
    await backend.kafka.kill(2)
    const { transactionalId, producerId, producerEpoch } = ann
    cluster.transactions.end({ transactionalId, producerId, producerEpoch, isCommit: true, bumpsEpoch: false })
    expect(transaction()).toMatchObject({ state: 'PrepareCommit', partitions: new Map([['orders', new Set([1])]]) })
    expect(log().lastStableOffset).toBe(2)
    await ann.init()
    expect(lastError()).toBe(errorCodes.CONCURRENT_TRANSACTIONS)
    await backend.kafka.revive(2)
    expect(transaction()).toMatchObject({ state: 'CompleteCommit' })
    expect(log(1).lastStableOffset).toBe(1)
  })

  it('the next coordinator knows what the last one knew, and says so when it has loaded it', async () => {
    await open({}, 2)
    const ann = await begin([[1]])
    await ann.add('orders', [0])
    await ann.produce('orders', 0, 0, ['a'])
    backend.kafka.laboratory.moveCoordinator('transaction', 'tx', 2, 500)
    await ann.add('orders', [0])
    expect(addedError()).toBe(errorCodes.NOT_COORDINATOR)
    await ann.produce('orders', 0, 1, ['running'])
    expect(producedError()).toBe(errorCodes.NONE)
    const [host, port] = backend.kafka.brokers[1].split(':')
    const socket = backend.kafka.socketFactory({ host, port: Number(port), onConnect: () => {} })
    await settle()
    const client = WireClient.on(socket, 'ann')
    const init = (): Promise<unknown> =>
      stage.ask('init', client, initProducerIdApi, 4, { transactionalId: 'tx', transactionTimeoutMs: 1000 })
    await init()
    expect(lastError()).toBe(errorCodes.COORDINATOR_LOAD_IN_PROGRESS)
    await stage.wait(500)
    await init()
    expect(lastError()).toBe(errorCodes.CONCURRENT_TRANSACTIONS)
    expect(transaction()).toMatchObject({ state: 'CompleteAbort', producerEpoch: 1 })
    await init()
    expect(last()).toMatchObject({ errorCode: 0, producerEpoch: 2 })
    await ann.describeProducers('orders')
    expect(last()).toMatchObject({ topics: [{ partitions: [{ activeProducers: [{ coordinatorEpoch: 1 }] }] }] })
    client.close()
  })
})
