// Made by scripts/codegen from ControllerRegistrationRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import { zeroUuid } from '../uuid'
import type { Writer } from '../writer'

/** ControllerRegistrationRequest, versions 0. */
export interface ControllerRegistrationRequest {
  /** int32 */
  controllerId: number
  /** uuid */
  incarnationId: string
  /** bool */
  zkMigrationReady: boolean
  /** array of Listener */
  listeners: Listener[]
  /** array of Feature */
  features: Feature[]
}

/** What encode takes for {@link ControllerRegistrationRequest}: a field left out has its default. */
export interface ControllerRegistrationRequestInput {
  controllerId?: number | undefined
  incarnationId?: string | undefined
  zkMigrationReady?: boolean | undefined
  listeners?: readonly ListenerInput[] | undefined
  features?: readonly FeatureInput[] | undefined
}

export function encodeControllerRegistrationRequest(writer: Writer, message: ControllerRegistrationRequestInput, version: number): void {
  const { controllerId = 0, incarnationId = zeroUuid, zkMigrationReady = false, listeners = [], features = [] } = message
  writer.int32(controllerId)
  writer.uuid(incarnationId)
  writer.bool(zkMigrationReady)
  writer.compactArrayLength(listeners.length)
  for (const element of listeners) encodeListener(writer, element, version)
  writer.compactArrayLength(features.length)
  for (const element of features) encodeFeature(writer, element, version)
  writer.int8(0)
}

export function decodeControllerRegistrationRequest(reader: Reader, version: number): ControllerRegistrationRequest {
  const controllerId = reader.int32()
  const incarnationId = reader.uuid()
  const zkMigrationReady = reader.bool()
  const listeners: Listener[] = []
  const listenersCount = reader.compactArrayLength(7)
  for (let i = 0; i < listenersCount; i++) listeners.push(decodeListener(reader, version))
  const features: Feature[] = []
  const featuresCount = reader.compactArrayLength(6)
  for (let i = 0; i < featuresCount; i++) features.push(decodeFeature(reader, version))
  reader.skipTags()
  return { controllerId, incarnationId, zkMigrationReady, listeners, features }
}

/** Part of ControllerRegistrationRequest. */
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

/** Part of ControllerRegistrationRequest. */
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

export const controllerRegistrationRequestCodec: MessageCodec<ControllerRegistrationRequestInput, ControllerRegistrationRequest> = {
  name: 'ControllerRegistrationRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeControllerRegistrationRequest,
  decode: decodeControllerRegistrationRequest
}
