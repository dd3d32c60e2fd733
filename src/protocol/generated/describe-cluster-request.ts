// Made by scripts/codegen from DescribeClusterRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeClusterRequest, versions 0–2. */
export interface DescribeClusterRequest {
  /** bool */
  includeClusterAuthorizedOperations: boolean
  /** int8; versions 1+; default 1 */
  endpointType: number
  /** bool; versions 2+ */
  includeFencedBrokers: boolean
}

/** What encode takes for {@link DescribeClusterRequest}: a field left out has its default. */
export interface DescribeClusterRequestInput {
  includeClusterAuthorizedOperations?: boolean | undefined
  endpointType?: number | undefined
  includeFencedBrokers?: boolean | undefined
}

export function encodeDescribeClusterRequest(writer: Writer, message: DescribeClusterRequestInput, version: number): void {
  const { includeClusterAuthorizedOperations = false, endpointType = 1, includeFencedBrokers = false } = message
  writer.bool(includeClusterAuthorizedOperations)
  if (version >= 1) writer.int8(endpointType)
  if (version < 1 && endpointType !== 1) notInVersion('DescribeClusterRequest', 'endpointType', version)
  if (version >= 2) writer.bool(includeFencedBrokers)
  if (version < 2 && includeFencedBrokers) notInVersion('DescribeClusterRequest', 'includeFencedBrokers', version)
  writer.int8(0)
}

export function decodeDescribeClusterRequest(reader: Reader, version: number): DescribeClusterRequest {
  const includeClusterAuthorizedOperations = reader.bool()
  const endpointType = version >= 1 ? reader.int8() : 1
  const includeFencedBrokers = version >= 2 ? reader.bool() : false
  reader.skipTags()
  return { includeClusterAuthorizedOperations, endpointType, includeFencedBrokers }
}

export const describeClusterRequestCodec: MessageCodec<DescribeClusterRequestInput, DescribeClusterRequest> = {
  name: 'DescribeClusterRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeClusterRequest,
  decode: decodeDescribeClusterRequest
}
