// Made by scripts/codegen from DescribeClusterResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeClusterResponse, versions 0–2. */
export interface DescribeClusterResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null; default null */
  errorMessage: string | null
  /** int8; versions 1+; default 1 */
  endpointType: number
  /** string */
  clusterId: string
  /** int32; default -1 */
  controllerId: number
  /** array of DescribeClusterBroker */
  brokers: DescribeClusterBroker[]
  /** int32; default -2147483648 */
  clusterAuthorizedOperations: number
}

/** What encode takes for {@link DescribeClusterResponse}: a field left out has its default. */
export interface DescribeClusterResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  endpointType?: number | undefined
  clusterId?: string | undefined
  controllerId?: number | undefined
  brokers?: readonly DescribeClusterBrokerInput[] | undefined
  clusterAuthorizedOperations?: number | undefined
}

export function encodeDescribeClusterResponse(writer: Writer, message: DescribeClusterResponseInput, version: number): void {
  const {
    throttleTimeMs = 0,
    errorCode = 0,
    errorMessage = null,
    endpointType = 1,
    clusterId = '',
    controllerId = -1,
    brokers = [],
    clusterAuthorizedOperations = -2147483648
  } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  if (version >= 1) writer.int8(endpointType)
  if (version < 1 && endpointType !== 1) notInVersion('DescribeClusterResponse', 'endpointType', version)
  writer.compactString(clusterId)
  writer.int32(controllerId)
  writer.compactArrayLength(brokers.length)
  for (const element of brokers) encodeDescribeClusterBroker(writer, element, version)
  writer.int32(clusterAuthorizedOperations)
  writer.int8(0)
}

export function decodeDescribeClusterResponse(reader: Reader, version: number): DescribeClusterResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const endpointType = version >= 1 ? reader.int8() : 1
  const clusterId = reader.compactString()
  const controllerId = reader.int32()
  const brokers: DescribeClusterBroker[] = []
  const brokersCount = reader.compactArrayLength(11)
  for (let i = 0; i < brokersCount; i++) brokers.push(decodeDescribeClusterBroker(reader, version))
  const clusterAuthorizedOperations = reader.int32()
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, endpointType, clusterId, controllerId, brokers, clusterAuthorizedOperations }
}

/** Part of DescribeClusterResponse. */
export interface DescribeClusterBroker {
  /** int32 */
  brokerId: number
  /** string */
  host: string
  /** int32 */
  port: number
  /** string; may be null; default null */
  rack: string | null
  /** bool; versions 2+ */
  isFenced: boolean
}

/** What encode takes for {@link DescribeClusterBroker}: a field left out has its default. */
export interface DescribeClusterBrokerInput {
  brokerId?: number | undefined
  host?: string | undefined
  port?: number | undefined
  rack?: string | null | undefined
  isFenced?: boolean | undefined
}

export function encodeDescribeClusterBroker(writer: Writer, message: DescribeClusterBrokerInput, version: number): void {
  const { brokerId = 0, host = '', port = 0, rack = null, isFenced = false } = message
  writer.int32(brokerId)
  writer.compactString(host)
  writer.int32(port)
  writer.compactNullableString(rack)
  if (version >= 2) writer.bool(isFenced)
  if (version < 2 && isFenced) notInVersion('DescribeClusterResponse', 'DescribeClusterBroker.isFenced', version)
  writer.int8(0)
}

export function decodeDescribeClusterBroker(reader: Reader, version: number): DescribeClusterBroker {
  const brokerId = reader.int32()
  const host = reader.compactString()
  const port = reader.int32()
  const rack = reader.compactNullableString()
  const isFenced = version >= 2 ? reader.bool() : false
  reader.skipTags()
  return { brokerId, host, port, rack, isFenced }
}

export const describeClusterResponseCodec: MessageCodec<DescribeClusterResponseInput, DescribeClusterResponse> = {
  name: 'DescribeClusterResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeClusterResponse,
  decode: decodeDescribeClusterResponse
}
