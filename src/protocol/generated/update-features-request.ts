// Made by scripts/codegen from UpdateFeaturesRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import { notInVersion } from '../version-guards'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** UpdateFeaturesRequest, versions 0–2. */
export interface UpdateFeaturesRequest {
  /** int32; default 60000 */
  timeoutMs: number
  /** array of FeatureUpdateKey */
  featureUpdates: FeatureUpdateKey[]
  /** bool; versions 1+ */
  validateOnly: boolean
}

/** What encode takes for {@link UpdateFeaturesRequest}: a field left out has its default. */
export interface UpdateFeaturesRequestInput {
  timeoutMs?: number | undefined
  featureUpdates?: readonly FeatureUpdateKeyInput[] | undefined
  validateOnly?: boolean | undefined
}

export function encodeUpdateFeaturesRequest(writer: Writer, message: UpdateFeaturesRequestInput, version: number): void {
  const { timeoutMs = 60000, featureUpdates = [], validateOnly = false } = message
  writer.int32(timeoutMs)
  writer.compactArrayLength(featureUpdates.length)
  for (const element of featureUpdates) encodeFeatureUpdateKey(writer, element, version)
  if (version >= 1) writer.bool(validateOnly)
  if (version < 1 && validateOnly) notInVersion('UpdateFeaturesRequest', 'validateOnly', version)
  writer.int8(0)
}

export function decodeUpdateFeaturesRequest(reader: Reader, version: number): UpdateFeaturesRequest {
  const timeoutMs = reader.int32()
  const featureUpdates: FeatureUpdateKey[] = []
  const featureUpdatesCount = reader.compactArrayLength(5)
  for (let i = 0; i < featureUpdatesCount; i++) featureUpdates.push(decodeFeatureUpdateKey(reader, version))
  const validateOnly = version >= 1 ? reader.bool() : false
  reader.skipTags()
  return { timeoutMs, featureUpdates, validateOnly }
}

/** Part of UpdateFeaturesRequest. */
export interface FeatureUpdateKey {
  /** string */
  feature: string
  /** int16 */
  maxVersionLevel: number
  /** bool; versions 0 */
  allowDowngrade: boolean
  /** int8; versions 1+; default 1 */
  upgradeType: number
}

/** What encode takes for {@link FeatureUpdateKey}: a field left out has its default. */
export interface FeatureUpdateKeyInput {
  feature?: string | undefined
  maxVersionLevel?: number | undefined
  allowDowngrade?: boolean | undefined
  upgradeType?: number | undefined
}

export function encodeFeatureUpdateKey(writer: Writer, message: FeatureUpdateKeyInput, version: number): void {
  const { feature = '', maxVersionLevel = 0, allowDowngrade = false, upgradeType = 1 } = message
  writer.compactString(feature)
  writer.int16(maxVersionLevel)
  if (version <= 0) writer.bool(allowDowngrade)
  if (version > 0 && allowDowngrade) notInVersion('UpdateFeaturesRequest', 'FeatureUpdateKey.allowDowngrade', version)
  if (version >= 1) writer.int8(upgradeType)
  if (version < 1 && upgradeType !== 1) notInVersion('UpdateFeaturesRequest', 'FeatureUpdateKey.upgradeType', version)
  writer.int8(0)
}

export function decodeFeatureUpdateKey(reader: Reader, version: number): FeatureUpdateKey {
  const feature = reader.compactString()
  const maxVersionLevel = reader.int16()
  const allowDowngrade = version <= 0 ? reader.bool() : false
  const upgradeType = version >= 1 ? reader.int8() : 1
  reader.skipTags()
  return { feature, maxVersionLevel, allowDowngrade, upgradeType }
}

export const updateFeaturesRequestCodec: MessageCodec<UpdateFeaturesRequestInput, UpdateFeaturesRequest> = {
  name: 'UpdateFeaturesRequest',
  lowestVersion: 0,
  highestVersion: 2,
  lowestFlexibleVersion: 0,
  encode: encodeUpdateFeaturesRequest,
  decode: decodeUpdateFeaturesRequest
}
