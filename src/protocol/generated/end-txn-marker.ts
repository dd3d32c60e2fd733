// Made by scripts/codegen from EndTxnMarker in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** EndTxnMarker, versions 0. */
export interface EndTxnMarker {
  /** int32 */
  coordinatorEpoch: number
}

/** What encode takes for {@link EndTxnMarker}: a field left out has its default. */
export interface EndTxnMarkerInput {
  coordinatorEpoch?: number | undefined
}

export function encodeEndTxnMarker(writer: Writer, message: EndTxnMarkerInput, _version: number): void {
  const { coordinatorEpoch = 0 } = message
  writer.int32(coordinatorEpoch)
}

export function decodeEndTxnMarker(reader: Reader, _version: number): EndTxnMarker {
  const coordinatorEpoch = reader.int32()
  return { coordinatorEpoch }
}

export const endTxnMarkerCodec: MessageCodec<EndTxnMarkerInput, EndTxnMarker> = {
  name: 'EndTxnMarker',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: Infinity,
  encode: encodeEndTxnMarker,
  decode: decodeEndTxnMarker
}
