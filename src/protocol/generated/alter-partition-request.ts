// Made by scripts/codegen from AlterPartitionRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** AlterPartitionRequest, versions 2–3. */
export interface AlterPartitionRequest {
  /** int32 */
  brokerId: number
  /** int64; default -1n */
  brokerEpoch: bigint
  /** array of TopicData */
  topics: TopicData[]
}

/** What encode takes for {@link AlterPartitionRequest}: a field left out has its default. */
export interface AlterPartitionRequestInput {
  brokerId?: number | undefined
  brokerEpoch?: bigint | undefined
  topics?: readonly TopicDataInput[] | undefined
}

export function encodeAlterPartitionRequest(writer: Writer, message: AlterPartitionRequestInput, version: number): void {
  const { brokerId = 0, brokerEpoch = -1n, topics = [] } = message
  writer.int32(brokerId)
  writer.int64(brokerEpoch)
  writer.compactArrayLength(topics.length)
  for (const element of topics) encodeTopicData(writer, element, version)
  writer.int8(0)
}

export function decodeAlterPartitionRequest(reader: Reader, version: number): AlterPartitionRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const topics: TopicData[] = []
  const topicsCount = reader.compactArrayLength(18)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeTopicData(reader, version))
  reader.skipTags()
  return { brokerId, brokerEpoch, topics }
}

/** Part of AlterPartitionRequest. */
export interface TopicData {
  /** uuid */
  topicId: string
  /** array of PartitionData */
  partitions: PartitionData[]
}

/** What encode takes for {@link TopicData}: a field left out has its default. */
export interface TopicDataInput {
  topicId?: string | undefined
  partitions?: readonly PartitionDataInput[] | undefined
}

export function encodeTopicData(writer: Writer, message: TopicDataInput, version: number): void {
  const { topicId = zeroUuid, partitions = [] } = message
  writer.uuid(topicId)
  writer.compactArrayLength(partitions.length)
  for (const element of partitions) encodePartitionData(writer, element, version)
  writer.int8(0)
}

export function decodeTopicData(reader: Reader, version: number): TopicData {
  const topicId = reader.uuid()
  const partitions: PartitionData[] = []
  const partitionsCount = reader.compactArrayLength(15)
  for (let i = 0; i < partitionsCount; i++) partitions.push(decodePartitionData(reader, version))
  reader.skipTags()
  return { topicId, partitions }
}

/** Part of AlterPartitionRequest. */
export interface PartitionData {
  /** int32 */
  partitionIndex: number
  /** int32 */
  leaderEpoch: number
  /** array of int32; versions 2 */
  newIsr: number[]
  /** array of BrokerState; versions 3+ */
  newIsrWithEpochs: BrokerState[]
  /** int8 */
  leaderRecoveryState: number
  /** int32 */
  partitionEpoch: number
}

/** What encode takes for {@link PartitionData}: a field left out has its default. */
export interface PartitionDataInput {
  partitionIndex?: number | undefined
  leaderEpoch?: number | undefined
  newIsr?: readonly number[] | undefined
  newIsrWithEpochs?: readonly BrokerStateInput[] | undefined
  leaderRecoveryState?: number | undefined
  partitionEpoch?: number | undefined
}

export function encodePartitionData(writer: Writer, message: PartitionDataInput, version: number): void {
  const { partitionIndex = 0, leaderEpoch = 0, newIsr = [], newIsrWithEpochs = [], leaderRecoveryState = 0, partitionEpoch = 0 } = message
  writer.int32(partitionIndex)
  writer.int32(leaderEpoch)
  if (version <= 2) {
    writer.compactArrayLength(newIsr.length)
    for (const element of newIsr) writer.int32(element)
  }
  if (version > 2 && newIsr.length !== 0) notInVersion('AlterPartitionRequest', 'PartitionData.newIsr', version)
  if (version >= 3) {
    writer.compactArrayLength(newIsrWithEpochs.length)
    for (const element of newIsrWithEpochs) encodeBrokerState(writer, element, version)
  }
  if (version < 3 && newIsrWithEpochs.length !== 0) notInVersion('AlterPartitionRequest', 'PartitionData.newIsrWithEpochs', version)
  writer.int8(leaderRecoveryState)
  writer.int32(partitionEpoch)
  writer.int8(0)
}

export function decodePartitionData(reader: Reader, version: number): PartitionData {
  const partitionIndex = reader.int32()
  const leaderEpoch = reader.int32()
  const newIsr: number[] = []
  if (version <= 2) {
    const newIsrCount = reader.compactArrayLength(4)
    for (let i = 0; i < newIsrCount; i++) newIsr.push(reader.int32())
  }
  const newIsrWithEpochs: BrokerState[] = []
  if (version >= 3) {
    const newIsrWithEpochsCount = reader.compactArrayLength(13)
    for (let i = 0; i < newIsrWithEpochsCount; i++) newIsrWithEpochs.push(decodeBrokerState(reader, version))
  }
  const leaderRecoveryState = reader.int8()
  const partitionEpoch = reader.int32()
  reader.skipTags()
  return { partitionIndex, leaderEpoch, newIsr, newIsrWithEpochs, leaderRecoveryState, partitionEpoch }
}

/** Part of AlterPartitionRequest. */
export interface BrokerState {
  /** int32; versions 3+ */
  brokerId: number
  /** int64; versions 3+; default -1n */
  brokerEpoch: bigint
}

/** What encode takes for {@link BrokerState}: a field left out has its default. */
export interface BrokerStateInput {
  brokerId?: number | undefined
  brokerEpoch?: bigint | undefined
}

export function encodeBrokerState(writer: Writer, message: BrokerStateInput, _version: number): void {
  const { brokerId = 0, brokerEpoch = -1n } = message
  writer.int32(brokerId)
  writer.int64(brokerEpoch)
  writer.int8(0)
}

export function decodeBrokerState(reader: Reader, _version: number): BrokerState {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  reader.skipTags()
  return { brokerId, brokerEpoch }
}

export const alterPartitionRequestCodec: MessageCodec<AlterPartitionRequestInput, AlterPartitionRequest> = {
  name: 'AlterPartitionRequest',
  lowestVersion: 2,
  highestVersion: 3,
  lowestFlexibleVersion: 2,
  encode: encodeAlterPartitionRequest,
  decode: decodeAlterPartitionRequest
}
