// Made by scripts/codegen from BrokerHeartbeatRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** BrokerHeartbeatRequest, versions 0–2. */
export interface BrokerHeartbeatRequest {
  /** int32 */
  brokerId: number
  /** int64; default -1n */
  brokerEpoch: bigint
  /** int64 */
  currentMetadataOffset: bigint
  /** bool */
  wantFence: boolean
  /** bool */
  wantShutDown: boolean
  /** array of uuid; versions 1+; tag 0 */
  offlineLogDirs: string[]
  /** array of uuid; versions 2+; may be null; tag 1; default null */
  cordonedLogDirs: string[] | null
}

/** What encode takes for {@link BrokerHeartbeatRequest}: a field left out has its default. */
export interface BrokerHeartbeatRequestInput {
  brokerId?: number | undefined
  brokerEpoch?: bigint | undefined
  currentMetadataOffset?: bigint | undefined
  wantFence?: boolean | undefined
  wantShutDown?: boolean | undefined
  offlineLogDirs?: readonly string[] | undefined
  cordonedLogDirs?: readonly string[] | null | undefined
}

export function encodeBrokerHeartbeatRequest(writer: Writer, message: BrokerHeartbeatRequestInput, version: number): void {
  const {
    brokerId = 0,
    brokerEpoch = -1n,
    currentMetadataOffset = 0n,
    wantFence = false,
    wantShutDown = false,
    offlineLogDirs = [],
    cordonedLogDirs = null
  } = message
  writer.int32(brokerId)
  writer.int64(brokerEpoch)
  writer.int64(currentMetadataOffset)
  writer.bool(wantFence)
  writer.bool(wantShutDown)
  if (version < 1 && offlineLogDirs.length !== 0) notInVersion('BrokerHeartbeatRequest', 'offlineLogDirs', version)
  if (version < 2 && cordonedLogDirs !== null) notInVersion('BrokerHeartbeatRequest', 'cordonedLogDirs', version)
  const hasOfflineLogDirs = version >= 1 && offlineLogDirs.length !== 0
  const hasCordonedLogDirs = version >= 2 && cordonedLogDirs !== null
  writer.unsignedVarint((hasOfflineLogDirs ? 1 : 0) + (hasCordonedLogDirs ? 1 : 0))
  if (hasOfflineLogDirs) {
    const mark = writer.beginTag(0)
    writer.compactArrayLength(offlineLogDirs.length)
    for (const element of offlineLogDirs) writer.uuid(element)
    writer.endTag(mark)
  }
  if (hasCordonedLogDirs) {
    const mark = writer.beginTag(1)
    if (cordonedLogDirs === null) {
      writer.compactArrayLength(-1)
    } else {
      writer.compactArrayLength(cordonedLogDirs.length)
      for (const element of cordonedLogDirs) writer.uuid(element)
    }
    writer.endTag(mark)
  }
}

export function decodeBrokerHeartbeatRequest(reader: Reader, version: number): BrokerHeartbeatRequest {
  const brokerId = reader.int32()
  const brokerEpoch = reader.int64()
  const currentMetadataOffset = reader.int64()
  const wantFence = reader.bool()
  const wantShutDown = reader.bool()
  let offlineLogDirs: string[] = []
  let cordonedLogDirs: string[] | null = null
  for (let i = reader.unsignedVarint(); i > 0; i--) {
    const tag = reader.unsignedVarint()
    const end = reader.tagEnd()
    switch (tag) {
      case 0:
        if (version >= 1) {
          offlineLogDirs = []
          const offlineLogDirsCount = reader.compactArrayLength(16)
          for (let j = 0; j < offlineLogDirsCount; j++) offlineLogDirs.push(reader.uuid())
        } else reader.offset = end
        break
      case 1:
        if (version >= 2) {
          cordonedLogDirs = []
          const cordonedLogDirsCount = reader.compactNullableArrayLength(16)
          if (cordonedLogDirsCount < 0) cordonedLogDirs = null
          else for (let j = 0; j < cordonedLogDirsCount; j++) cordonedLogDirs.push(reader.uuid())
        } else reader.offset = end
        break
      default:
        reader.offset = end
    }
    reader.endTag(end)
  }
  return { brokerId, brokerEpoch, currentMetadataOffset, wantFence, wantShutDown, offlineLogDirs, cordonedLogDirs }
}

export const brokerHeartbeatRequestCodec: MessageCodec<BrokerHeartbeatRequestInput, BrokerHeartbeatRequest> = {
  name: 'BrokerHeartbeatRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeBrokerHeartbeatRequest,
  decode: decodeBrokerHeartbeatRequest
}
