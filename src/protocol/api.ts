import type { Reader } from './reader'
import type { Writer } from './writer'

/**
 * One message of the protocol, both directions, all versions in one shape.
 * @typeParam Input what `encode` takes: fields left out have the schema's default
 * @typeParam T what `decode` gives: all fields present, those that the version does not have at the schema's default
 */
export interface MessageCodec<Input, T> {
  /** The schema's name, e.g. `FetchRequest`. */
  readonly name: string
  readonly lowestVersion: number
  readonly highestVersion: number
  /** First version with compact lengths and tagged fields; `Infinity` when there is none. */
  readonly lowestFlexibleVersion: number
  /**
   * @param version within `lowestVersion` and `highestVersion`
   * @throws KafkaUnsupportedVersionError when a field that the version lacks, and that must not be dropped, is not at its default, or when
   *   a field is null in a version that cannot say so
   */
  encode(writer: Writer, message: Input, version: number): void
  /**
   * @param version within `lowestVersion` and `highestVersion`
   * @throws KafkaDecodeError when the bytes are not such a message
   */
  decode(reader: Reader, version: number): T
}

/** A request of the protocol and its response. */
export interface Api<RequestInput, Request, ResponseInput, Response> {
  readonly key: number
  /** The schemas' name without `Request`, e.g. `Fetch`. */
  readonly name: string
  readonly lowestVersion: number
  readonly highestVersion: number
  /** True when `highestVersion` is not final in the Kafka release that the schemas come from; brokers hide it unless told otherwise. */
  readonly latestVersionUnstable: boolean
  /** Kinds of listener that serve it: `broker`, `controller`. */
  readonly listeners: readonly string[]
  readonly request: MessageCodec<RequestInput, Request>
  readonly response: MessageCodec<ResponseInput, Response>
  /** Version of the header before a request of the version: 2 has tagged fields. */
  requestHeaderVersion(version: number): 1 | 2
  /** Version of the header before a response of the version: 1 has tagged fields. */
  responseHeaderVersion(version: number): 0 | 1
}

/** Any api, where only names, versions or bytes matter. */
export type AnyApi = Api<unknown, unknown, unknown, unknown>
