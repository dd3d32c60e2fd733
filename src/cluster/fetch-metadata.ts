import { KafkaJSNoBrokerAvailableError } from '../errors/connection-errors'
import { protocolError } from '../errors/protocol-error'
import type { BrokerConnection } from '../network/broker-connection'
import { metadataApi } from '../protocol/generated/metadata'
import type { MetadataResponse } from '../protocol/generated/metadata-response'

/** What to ask for. */
export interface MetadataQuestion {
  /** Null: all topics of the cluster. Empty: none, only the brokers. */
  readonly topics: readonly string[] | null
  /** Whether the broker may create topics of the list that do not exist. */
  readonly allowAutoTopicCreation: boolean
  /** Time for the response, ms. */
  readonly timeoutMs: number
}

/** v4 is the first that can refuse the creation of topics; every broker from Kafka 0.11 on has it. */
const minVersion = 4

/**
 * Asks one broker for metadata.
 * @throws KafkaJSProtocolError for an error of the whole response (Metadata v13); errors of topics are part of the result
 * @throws KafkaJSNoBrokerAvailableError when the broker names no broker, which happens while it starts up
 */
export async function fetchMetadata(connection: BrokerConnection, question: MetadataQuestion): Promise<MetadataResponse> {
  const { topics, allowAutoTopicCreation, timeoutMs } = question
  const version = connection.versions.pick(metadataApi, { min: minVersion })
  const request = { topics: topics === null ? null : topics.map(name => ({ name })), allowAutoTopicCreation }
  const response = await connection.send(metadataApi, version, request, timeoutMs)
  if (response.errorCode !== 0) throw protocolError(response.errorCode, null, { apiName: metadataApi.name, apiVersion: version })
  if (response.brokers.length === 0)
    throw new KafkaJSNoBrokerAvailableError('The broker answered a Metadata request without naming any broker')
  return response
}
