// Made by scripts/codegen from UpdateFeaturesResponse in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** UpdateFeaturesResponse, versions 0–2. */
export interface UpdateFeaturesResponse {
  /** int32 */
  throttleTimeMs: number
  /** int16 */
  errorCode: number
  /** string; may be null */
  errorMessage: string | null
  /** array of UpdatableFeatureResult; versions 0–1; dropped in other versions */
  results: UpdatableFeatureResult[]
}

/** What encode takes for {@link UpdateFeaturesResponse}: a field left out has its default. */
export interface UpdateFeaturesResponseInput {
  throttleTimeMs?: number | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
  results?: readonly UpdatableFeatureResultInput[] | undefined
}

export function encodeUpdateFeaturesResponse(writer: Writer, message: UpdateFeaturesResponseInput, version: number): void {
  const { throttleTimeMs = 0, errorCode = 0, errorMessage = '', results = [] } = message
  writer.int32(throttleTimeMs)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  if (version <= 1) {
    writer.compactArrayLength(results.length)
    for (const element of results) encodeUpdatableFeatureResult(writer, element, version)
  }
  writer.int8(0)
}

export function decodeUpdateFeaturesResponse(reader: Reader, version: number): UpdateFeaturesResponse {
  const throttleTimeMs = reader.int32()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  const results: UpdatableFeatureResult[] = []
  if (version <= 1) {
    const resultsCount = reader.compactArrayLength(5)
    for (let i = 0; i < resultsCount; i++) results.push(decodeUpdatableFeatureResult(reader, version))
  }
  reader.skipTags()
  return { throttleTimeMs, errorCode, errorMessage, results }
}

/** Part of UpdateFeaturesResponse. */
export interface UpdatableFeatureResult {
  /** string; versions 0–1 */
  feature: string
  /** int16; versions 0–1 */
  errorCode: number
  /** string; versions 0–1; may be null */
  errorMessage: string | null
}

/** What encode takes for {@link UpdatableFeatureResult}: a field left out has its default. */
export interface UpdatableFeatureResultInput {
  feature?: string | undefined
  errorCode?: number | undefined
  errorMessage?: string | null | undefined
}

export function encodeUpdatableFeatureResult(writer: Writer, message: UpdatableFeatureResultInput, _version: number): void {
  const { feature = '', errorCode = 0, errorMessage = '' } = message
  writer.compactString(feature)
  writer.int16(errorCode)
  writer.compactNullableString(errorMessage)
  writer.int8(0)
}

export function decodeUpdatableFeatureResult(reader: Reader, _version: number): UpdatableFeatureResult {
  const feature = reader.compactString()
  const errorCode = reader.int16()
  const errorMessage = reader.compactNullableString()
  reader.skipTags()
  return { feature, errorCode, errorMessage }
}

export const updateFeaturesResponseCodec: MessageCodec<UpdateFeaturesResponseInput, UpdateFeaturesResponse> = {
  name: 'UpdateFeaturesResponse',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeUpdateFeaturesResponse,
  decode: decodeUpdateFeaturesResponse
}
