// Made by scripts/codegen from ControlRecordTypeSchema in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** ControlRecordTypeSchema, versions 0. */
export interface ControlRecordTypeSchema {
  /** int16 */
  type: number
}

/** What encode takes for {@link ControlRecordTypeSchema}: a field left out has its default. */
export interface ControlRecordTypeSchemaInput {
  type?: number | undefined
}

export function encodeControlRecordTypeSchema(writer: Writer, message: ControlRecordTypeSchemaInput, _version: number): void {
  const { type = 0 } = message
  writer.int16(type)
}

export function decodeControlRecordTypeSchema(reader: Reader, _version: number): ControlRecordTypeSchema {
  const type = reader.int16()
  return { type }
}

export const controlRecordTypeSchemaCodec: MessageCodec<ControlRecordTypeSchemaInput, ControlRecordTypeSchema> = {
  name: 'ControlRecordTypeSchema',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: Infinity,
  encode: encodeControlRecordTypeSchema,
  decode: decodeControlRecordTypeSchema
}
