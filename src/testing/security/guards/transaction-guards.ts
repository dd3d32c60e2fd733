import { errorCodes } from '../../../errors/error-table'
import { addOffsetsToTxnApi } from '../../../protocol/generated/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '../../../protocol/generated/add-partitions-to-txn'
import { describeTransactionsApi } from '../../../protocol/generated/describe-transactions'
import { endTxnApi } from '../../../protocol/generated/end-txn'
import { findCoordinatorApi } from '../../../protocol/generated/find-coordinator'
import { initProducerIdApi } from '../../../protocol/generated/init-producer-id'
import { listTransactionsApi } from '../../../protocol/generated/list-transactions'
import type { Access } from '../access'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

const idDenied = errorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED

const initProducerId = guard(initProducerIdApi, ({ access, request, serve, refuse }) => {
  const { transactionalId } = request
  if (transactionalId !== null) {
    return access.mayWithTransactionalId(operations.write, transactionalId) ? serve(request) : refuse(idDenied)
  }
  // Whoever may write somewhere may do so idempotently (KIP-679).
  const may = access.mayWithCluster(operations.idempotentWrite) || access.mayWithSomeTopic(operations.write)
  return may ? serve(request) : refuse(errorCodes.CLUSTER_AUTHORIZATION_FAILED)
})

/** First version for several transactions, which only brokers send (KIP-890). */
const brokersVersion = 4

const addPartitionsToTxn = guard(addPartitionsToTxnApi, ({ access, request, serve, refuse, context: { version } }) => {
  if (version >= brokersVersion) {
    return access.mayWithCluster(operations.clusterAction) ? serve(request) : refuse(errorCodes.CLUSTER_AUTHORIZATION_FAILED)
  }
  if (!access.mayWithTransactionalId(operations.write, request.v3AndBelowTransactionalId)) return refuse(idDenied)
  const topics = request.v3AndBelowTopics
  const [allowed, denied] = part(topics, ({ name }) => access.mayWithTopic(operations.write, name))
  if (denied.length === 0) return serve(request)
  const refused = (some: typeof topics, errorCode: number): NonNullable<ReturnType<typeof refuse>['resultsByTopicV3AndBelow']> =>
    refuse(errorCode, { ...request, v3AndBelowTopics: some }).resultsByTopicV3AndBelow ?? []
  return {
    resultsByTopicV3AndBelow: [
      ...refused(allowed, errorCodes.OPERATION_NOT_ATTEMPTED),
      ...refused(denied, errorCodes.TOPIC_AUTHORIZATION_FAILED)
    ]
  }
})

const addOffsetsToTxn = guard(addOffsetsToTxnApi, ({ access, request, serve, refuse }) => {
  if (!access.mayWithTransactionalId(operations.write, request.transactionalId)) return refuse(idDenied)
  return access.mayWithGroup(operations.read, request.groupId) ? serve(request) : refuse(errorCodes.GROUP_AUTHORIZATION_FAILED)
})

const endTxn = guard(endTxnApi, ({ access, request, serve, refuse }) =>
  access.mayWithTransactionalId(operations.write, request.transactionalId) ? serve(request) : refuse(idDenied)
)

const describeTransactions = guard(describeTransactionsApi, ({ access, request, serve, refuse }) => {
  const [transactionalIds, denied] = part(request.transactionalIds, id => access.mayWithTransactionalId(operations.describe, id))
  return amend(serve({ ...request, transactionalIds }), response => ({
    ...response,
    transactionStates: [
      ...(response.transactionStates ?? []).map(state => ({
        ...state,
        topics: (state.topics ?? []).filter(({ topic = '' }) => access.mayWithTopic(operations.describe, topic))
      })),
      ...(refuse(idDenied, { ...request, transactionalIds: denied }).transactionStates ?? [])
    ]
  }))
})

const listTransactions = guard(listTransactionsApi, ({ access, request, serve }) =>
  amend(serve(request), response => ({
    ...response,
    transactionStates: (response.transactionStates ?? []).filter(({ transactionalId = '' }) =>
      access.mayWithTransactionalId(operations.describe, transactionalId)
    )
  }))
)

/** First version of FindCoordinator that asks for several keys. */
const batchVersion = 4

const findCoordinator = guard(findCoordinatorApi, ({ access, request, serve, refuse, context: { version } }) => {
  const codeOf = (key: string): number => coordinatorCode(access, request.keyType, key)
  if (version < batchVersion) {
    const errorCode = codeOf(request.key)
    return errorCode === errorCodes.NONE ? serve(request) : refuse(errorCode)
  }
  const [coordinatorKeys, denied] = part(request.coordinatorKeys, key => codeOf(key) === errorCodes.NONE)
  const refused = denied.flatMap(key => refuse(codeOf(key), { ...request, coordinatorKeys: [key] }).coordinators ?? [])
  return amend(serve({ ...request, coordinatorKeys }), response => ({
    ...response,
    coordinators: [...(response.coordinators ?? []), ...refused]
  }))
})

function coordinatorCode(access: Access, keyType: number, key: string): number {
  if (keyType === 0) return access.mayWithGroup(operations.describe, key) ? errorCodes.NONE : errorCodes.GROUP_AUTHORIZATION_FAILED
  if (keyType === 1) return access.mayWithTransactionalId(operations.describe, key) ? errorCodes.NONE : idDenied
  // Share coordinators are for brokers. A type that is none is the handler's to refuse.
  return keyType !== 2 || access.mayWithCluster(operations.clusterAction) ? errorCodes.NONE : errorCodes.CLUSTER_AUTHORIZATION_FAILED
}

/** Guards of requests about transactions, and of finding those who coordinate. */
export const transactionGuards: readonly AnyGuard[] = [
  initProducerId,
  addPartitionsToTxn,
  addOffsetsToTxn,
  endTxn,
  describeTransactions,
  listTransactions,
  findCoordinator
]
