// Made by scripts/codegen from ApiVersionsResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ApiVersionsResponse, versions 0–4. */
export interface ApiVersionsResponse {
  /** int16 */
  errorCode: number
  /** array of ApiVersion */
  apiKeys: ApiVersion[]
  /** int32; versions 1+; dropped in other versions */
  throttleTimeMs: number
  /** array of SupportedFeatureKey; versions 3+; tag 0; dropped in other versions */
  supportedFeatures: SupportedFeatureKey[]
  /** int64; versions 3+; tag 1; default -1n; dropped in other versions */
  finalizedFeaturesEpoch: bigint
  /** array of FinalizedFeatureKey; versions 3+; tag 2; dropped in other versions */
  finalizedFeatures: FinalizedFeatureKey[]
  /** bool; versions 3+; tag 3; dropped in other versions */
  zkMigrationReady: boolean
}

/** What encode takes for {@link ApiVersionsResponse}: a field left out has its default. */
export interface ApiVersionsResponseInput {
  errorCode?: number | undefined
  apiKeys?: readonly ApiVersionInput[] | undefined
  throttleTimeMs?: number | undefined
  supportedFeatures?: readonly SupportedFeatureKeyInput[] | undefined
  finalizedFeaturesEpoch?: bigint | undefined
  finalizedFeatures?: readonly FinalizedFeatureKeyInput[] | undefined
  zkMigrationReady?: boolean | undefined
}

export function encodeApiVersionsResponse(writer: Writer, message: ApiVersionsResponseInput, version: number): void {
  const {
    errorCode = 0,
    apiKeys = [],
    throttleTimeMs = 0,
    supportedFeatures = [],
    finalizedFeaturesEpoch = -1n,
    finalizedFeatures = [],
    zkMigrationReady = false
  } = message
  const flexible = version >= 3
  writer.int16(errorCode)
  if (flexible) writer.compactArrayLength(apiKeys.length)
  else writer.arrayLength(apiKeys.length)
  for (const element of apiKeys) encodeApiVersion(writer, element, version)
  if (version >= 1) writer.int32(throttleTimeMs)
  if (flexible) {
    const hasSupportedFeatures = supportedFeatures.length !== 0
    const hasFinalizedFeaturesEpoch = finalizedFeaturesEpoch !== -1n
    const hasFinalizedFeatures = finalizedFeatures.length !== 0
    const hasZkMigrationReady = zkMigrationReady
    writer.unsignedVarint((hasSupportedFeatures ? 1 : 0) + (hasFinalizedFeaturesEpoch ? 1 : 0) + (hasFinalizedFeatures ? 1 : 0) + (hasZkMigrationReady ? 1 : 0))
    if (hasSupportedFeatures) {
      const mark = writer.beginTag(0)
      writer.compactArrayLength(supportedFeatures.length)
      for (const element of supportedFeatures) encodeSupportedFeatureKey(writer, element, version)
      writer.endTag(mark)
    }
    if (hasFinalizedFeaturesEpoch) {
      writer.unsignedVarint(1)
      writer.unsignedVarint(8)
      writer.int64(finalizedFeaturesEpoch)
    }
    if (hasFinalizedFeatures) {
      const mark = writer.beginTag(2)
      writer.compactArrayLength(finalizedFeatures.length)
      for (const element of finalizedFeatures) encodeFinalizedFeatureKey(writer, element, version)
      writer.endTag(mark)
    }
    if (hasZkMigrationReady) {
      writer.unsignedVarint(3)
      writer.unsignedVarint(1)
      writer.bool(zkMigrationReady)
    }
  }
}

export function decodeApiVersionsResponse(reader: Reader, version: number): ApiVersionsResponse {
  const flexible = version >= 3
  const errorCode = reader.int16()
  const apiKeys: ApiVersion[] = []
  const apiKeysCount = flexible ? reader.compactArrayLength(7) : reader.arrayLength(6)
  for (let i = 0; i < apiKeysCount; i++) apiKeys.push(decodeApiVersion(reader, version))
  const throttleTimeMs = version >= 1 ? reader.int32() : 0
  let supportedFeatures: SupportedFeatureKey[] = []
  let finalizedFeaturesEpoch: bigint = -1n
  let finalizedFeatures: FinalizedFeatureKey[] = []
  let zkMigrationReady: boolean = false
  if (flexible) {
    for (let i = reader.unsignedVarint(); i > 0; i--) {
      const tag = reader.unsignedVarint()
      const end = reader.tagEnd()
      switch (tag) {
        case 0:
          supportedFeatures = []
          const supportedFeaturesCount = reader.compactArrayLength(6)
          for (let j = 0; j < supportedFeaturesCount; j++) supportedFeatures.push(decodeSupportedFeatureKey(reader, version))
          break
        case 1:
          finalizedFeaturesEpoch = reader.int64()
          break
        case 2:
          finalizedFeatures = []
          const finalizedFeaturesCount = reader.compactArrayLength(6)
          for (let j = 0; j < finalizedFeaturesCount; j++) finalizedFeatures.push(decodeFinalizedFeatureKey(reader, version))
          break
        case 3:
          zkMigrationReady = reader.bool()
          break
        default:
          reader.offset = end
      }
      reader.endTag(end)
    }
  }
  return { errorCode, apiKeys, throttleTimeMs, supportedFeatures, finalizedFeaturesEpoch, finalizedFeatures, zkMigrationReady }
}

/** Part of ApiVersionsResponse. */
export interface FinalizedFeatureKey {
  /** string; versions 3+ */
  name: string
  /** int16; versions 3+ */
  maxVersionLevel: number
  /** int16; versions 3+ */
  minVersionLevel: number
}

/** What encode takes for {@link FinalizedFeatureKey}: a field left out has its default. */
export interface FinalizedFeatureKeyInput {
  name?: string | undefined
  maxVersionLevel?: number | undefined
  minVersionLevel?: number | undefined
}

export function encodeFinalizedFeatureKey(writer: Writer, message: FinalizedFeatureKeyInput, _version: number): void {
  const { name = '', maxVersionLevel = 0, minVersionLevel = 0 } = message
  writer.compactString(name)
  writer.int16(maxVersionLevel)
  writer.int16(minVersionLevel)
  writer.int8(0)
}

export function decodeFinalizedFeatureKey(reader: Reader, _version: number): FinalizedFeatureKey {
  const name = reader.compactString()
  const maxVersionLevel = reader.int16()
  const minVersionLevel = reader.int16()
  reader.skipTags()
  return { name, maxVersionLevel, minVersionLevel }
}

/** Part of ApiVersionsResponse. */
export interface SupportedFeatureKey {
  /** string; versions 3+ */
  name: string
  /** int16; versions 3+ */
  minVersion: number
  /** int16; versions 3+ */
  maxVersion: number
}

/** What encode takes for {@link SupportedFeatureKey}: a field left out has its default. */
export interface SupportedFeatureKeyInput {
  name?: string | undefined
  minVersion?: number | undefined
  maxVersion?: number | undefined
}

export function encodeSupportedFeatureKey(writer: Writer, message: SupportedFeatureKeyInput, _version: number): void {
  const { name = '', minVersion = 0, maxVersion = 0 } = message
  writer.compactString(name)
  writer.int16(minVersion)
  writer.int16(maxVersion)
  writer.int8(0)
}

export function decodeSupportedFeatureKey(reader: Reader, _version: number): SupportedFeatureKey {
  const name = reader.compactString()
  const minVersion = reader.int16()
  const maxVersion = reader.int16()
  reader.skipTags()
  return { name, minVersion, maxVersion }
}

/** Part of ApiVersionsResponse. */
export interface ApiVersion {
  /** int16 */
  apiKey: number
  /** int16 */
  minVersion: number
  /** int16 */
  maxVersion: number
}

/** What encode takes for {@link ApiVersion}: a field left out has its default. */
export interface ApiVersionInput {
  apiKey?: number | undefined
  minVersion?: number | undefined
  maxVersion?: number | undefined
}

export function encodeApiVersion(writer: Writer, message: ApiVersionInput, version: number): void {
  const { apiKey = 0, minVersion = 0, maxVersion = 0 } = message
  const flexible = version >= 3
  writer.int16(apiKey)
  writer.int16(minVersion)
  writer.int16(maxVersion)
  if (flexible) writer.int8(0)
}

export function decodeApiVersion(reader: Reader, version: number): ApiVersion {
  const flexible = version >= 3
  const apiKey = reader.int16()
  const minVersion = reader.int16()
  const maxVersion = reader.int16()
  if (flexible) reader.skipTags()
  return { apiKey, minVersion, maxVersion }
}

export const apiVersionsResponseCodec: MessageCodec<ApiVersionsResponseInput, ApiVersionsResponse> = {
  name: 'ApiVersionsResponse',
  lowestVersion: 0,
  highestVersion: 4,
  lowestFlexibleVersion: 3,
  encode: encodeApiVersionsResponse,
  decode: decodeApiVersionsResponse
}
