// Made by scripts/codegen from DescribeTransactionsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeTransactionsRequest, versions 0. */
export interface DescribeTransactionsRequest {
  /** array of string */
  transactionalIds: string[]
}

/** What encode takes for {@link DescribeTransactionsRequest}: a field left out has its default. */
export interface DescribeTransactionsRequestInput {
  transactionalIds?: readonly string[] | undefined
}

export function encodeDescribeTransactionsRequest(writer: Writer, message: DescribeTransactionsRequestInput, _version: number): void {
  const { transactionalIds = [] } = message
  writer.compactArrayLength(transactionalIds.length)
  for (const element of transactionalIds) writer.compactString(element)
  writer.int8(0)
}

export function decodeDescribeTransactionsRequest(reader: Reader, _version: number): DescribeTransactionsRequest {
  const transactionalIds: string[] = []
  const transactionalIdsCount = reader.compactArrayLength(1)
  for (let i = 0; i < transactionalIdsCount; i++) transactionalIds.push(reader.compactString())
  reader.skipTags()
  return { transactionalIds }
}

export const describeTransactionsRequestCodec: MessageCodec<DescribeTransactionsRequestInput, DescribeTransactionsRequest> = {
  name: 'DescribeTransactionsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeTransactionsRequest,
  decode: decodeDescribeTransactionsRequest
}
