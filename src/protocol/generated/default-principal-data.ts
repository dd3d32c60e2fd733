// Made by scripts/codegen from DefaultPrincipalData in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DefaultPrincipalData, versions 0. */
export interface DefaultPrincipalData {
  /** string */
  type: string
  /** string */
  name: string
  /** bool */
  tokenAuthenticated: boolean
}

/** What encode takes for {@link DefaultPrincipalData}: a field left out has its default. */
export interface DefaultPrincipalDataInput {
  type?: string | undefined
  name?: string | undefined
  tokenAuthenticated?: boolean | undefined
}

export function encodeDefaultPrincipalData(writer: Writer, message: DefaultPrincipalDataInput, _version: number): void {
  const { type = '', name = '', tokenAuthenticated = false } = message
  writer.compactString(type)
  writer.compactString(name)
  writer.bool(tokenAuthenticated)
  writer.int8(0)
}

export function decodeDefaultPrincipalData(reader: Reader, _version: number): DefaultPrincipalData {
  const type = reader.compactString()
  const name = reader.compactString()
  const tokenAuthenticated = reader.bool()
  reader.skipTags()
  return { type, name, tokenAuthenticated }
}

export const defaultPrincipalDataCodec: MessageCodec<DefaultPrincipalDataInput, DefaultPrincipalData> = {
  name: 'DefaultPrincipalData',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDefaultPrincipalData,
  decode: decodeDefaultPrincipalData
}
