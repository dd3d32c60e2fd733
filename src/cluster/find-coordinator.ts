import { protocolError } from '../errors/protocol-error'
import type { BrokerConnection } from '../network/broker-connection'
import { findCoordinatorApi } from '../protocol/generated/find-coordinator'
import type { CoordinatorType } from './coordinator-cache'
import type { BrokerNode } from './partition-metadata'

const keyTypes: Readonly<Record<CoordinatorType, number>> = { group: 0, transaction: 1 }

/** From here on a request names several keys and the response has one entry for each (KIP-699). */
const firstBatchedVersion = 4

/** Kafka's code for a response that lacks the entry it was asked for. */
const unknownServerError = -1

/**
 * Asks one broker who coordinates a group or transactional id. v0 knows groups only, so transactions need v1.
 * @throws KafkaJSProtocolError, e.g. COORDINATOR_NOT_AVAILABLE while the cluster still makes the topic behind coordinators
 */
export async function findCoordinator(
  connection: BrokerConnection,
  type: CoordinatorType,
  key: string,
  timeoutMs: number
): Promise<BrokerNode> {
  const keyType = keyTypes[type]
  const version = connection.versions.pick(findCoordinatorApi, { min: type === 'group' ? 0 : 1 })
  const request = version >= firstBatchedVersion ? { keyType, coordinatorKeys: [key] } : { keyType, key }
  const response = await connection.send(findCoordinatorApi, version, request, timeoutMs)
  const found = version >= firstBatchedVersion ? response.coordinators.find(entry => entry.key === key) : response
  const errorCode = found?.errorCode ?? unknownServerError
  if (found === undefined || errorCode !== 0) {
    const details = { apiName: findCoordinatorApi.name, apiVersion: version, groupId: type === 'group' ? key : undefined }
    throw protocolError(errorCode, found?.errorMessage, details)
  }
  return { nodeId: found.nodeId, host: found.host, port: found.port, rack: null }
}
