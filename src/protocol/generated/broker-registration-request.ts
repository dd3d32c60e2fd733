// Made by scripts/codegen from BrokerRegistrationRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** BrokerRegistrationRequest, versions 0–4. */
export interface BrokerRegistrationRequest {
  /** int32 */
  brokerId: number
  /** string */
  clusterId: string
  /** uuid */
  incarnationId: string
  /** array of Listener */
  listeners: Listener[]
  /** array of Feature */
  features: Feature[]
  /** string; may be null */
  rack: string | null
  /** bool; versions 1+ */
  isMigratingZkBroker: boolean
  /** array of uuid; versions 2+; dropped in other versions */
  logDirs: string[]
  /** int64; versions 3+; default -1n; dropped in other versions */
  previousBrokerEpoch: bigint
}

/** What encode takes for {@link BrokerRegistrationRequest}: a field left out has its default. */
export interface BrokerRegistrationRequestInput {
  brokerId?: number | undefined
  clusterId?: string | undefined
  incarnationId?: string | undefined
  listeners?: readonly ListenerInput[] | undefined
  features?: readonly FeatureInput[] | undefined
  rack?: string | null | undefined
  isMigratingZkBroker?: boolean | undefined
  logDirs?: readonly string[] | undefined
  previousBrokerEpoch?: bigint | undefined
}

export function encodeBrokerRegistrationRequest(writer: Writer, message: BrokerRegistrationRequestInput, version: number): void {
  const {
    brokerId = 0,
    clusterId = '',
    incarnationId = zeroUuid,
    listeners = [],
    features = [],
    rack = '',
    isMigratingZkBroker = false,
    logDirs = [],
    previousBrokerEpoch = -1n
  } = message
  writer.int32(brokerId)
  writer.compactString(clusterId)
  writer.uuid(incarnationId)
  writer.compactArrayLength(listeners.length)
  for (const element of listeners) encodeListener(writer, element, version)
  writer.compactArrayLength(features.length)
  for (const element of features) encodeFeature(writer, element, version)
  writer.compactNullableString(rack)
  if (version >= 1) writer.bool(isMigratingZkBroker)
  if (version < 1 && isMigratingZkBroker) notInVersion('BrokerRegistrationRequest', 'isMigratingZkBroker', version)
  if (version >= 2) {
    writer.compactArrayLength(logDirs.length)
    for (const element of logDirs) writer.uuid(element)
  }
  if (version >= 3) writer.int64(previousBrokerEpoch)
  writer.int8(0)
}

export function decodeBrokerRegistrationRequest(reader: Reader, version: number): BrokerRegistrationRequest {
  const brokerId = reader.int32()
  const clusterId = reader.compactString()
  const incarnationId = reader.uuid()
  const listeners: Listener[] = []
  const listenersCount = reader.compactArrayLength(7)
  for (let i = 0; i < listenersCount; i++) listeners.push(decodeListener(reader, version))
  const features: Feature[] = []
  const featuresCount = reader.compactArrayLength(6)
  for (let i = 0; i < featuresCount; i++) features.push(decodeFeature(reader, version))
  const rack = reader.compactNullableString()
  const isMigratingZkBroker = version >= 1 ? reader.bool() : false
  const logDirs: string[] = []
  if (version >= 2) {
    const logDirsCount = reader.compactArrayLength(16)
    for (let i = 0; i < logDirsCount; i++) logDirs.push(reader.uuid())
  }
  const previousBrokerEpoch = version >= 3 ? reader.int64() : -1n
  reader.skipTags()
  return { brokerId, clusterId, incarnationId, listeners, features, rack, isMigratingZkBroker, logDirs, previousBrokerEpoch }
}

/** Part of BrokerRegistrationRequest. */
export interface Feature {
  /** string */
  name: string
  /** int16 */
  minSupportedVersion: number
  /** int16 */
  maxSupportedVersion: number
}

/** What encode takes for {@link Feature}: a field left out has its default. */
export interface FeatureInput {
  name?: string | undefined
  minSupportedVersion?: number | undefined
  maxSupportedVersion?: number | undefined
}

export function encodeFeature(writer: Writer, message: FeatureInput, _version: number): void {
  const { name = '', minSupportedVersion = 0, maxSupportedVersion = 0 } = message
  writer.compactString(name)
  writer.int16(minSupportedVersion)
  writer.int16(maxSupportedVersion)
  writer.int8(0)
}

export function decodeFeature(reader: Reader, _version: number): Feature {
  const name = reader.compactString()
  const minSupportedVersion = reader.int16()
  const maxSupportedVersion = reader.int16()
  reader.skipTags()
  return { name, minSupportedVersion, maxSupportedVersion }
}

/** Part of BrokerRegistrationRequest. */
export interface Listener {
  /** string */
  name: string
  /** string */
  host: string
  /** uint16 */
  port: number
  /** int16 */
  securityProtocol: number
}

/** What encode takes for {@link Listener}: a field left out has its default. */
export interface ListenerInput {
  name?: string | undefined
  host?: string | undefined
  port?: number | undefined
  securityProtocol?: number | undefined
}

export function encodeListener(writer: Writer, message: ListenerInput, _version: number): void {
  const { name = '', host = '', port = 0, securityProtocol = 0 } = message
  writer.compactString(name)
  writer.compactString(host)
  writer.uint16(port)
  writer.int16(securityProtocol)
  writer.int8(0)
}

export function decodeListener(reader: Reader, _version: number): Listener {
  const name = reader.compactString()
  const host = reader.compactString()
  const port = reader.uint16()
  const securityProtocol = reader.int16()
  reader.skipTags()
  return { name, host, port, securityProtocol }
}

export const brokerRegistrationRequestCodec: MessageCodec<BrokerRegistrationRequestInput, BrokerRegistrationRequest> = {
  name: 'BrokerRegistrationRequest',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 0,
  encode: encodeBrokerRegistrationRequest,
  decode: decodeBrokerRegistrationRequest
}
