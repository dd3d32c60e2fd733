/**
 * `odradek/protocol`: Kafka's messages as objects and as bytes, without any connection. Every API of the protocol by name
 * (`fetchApi.request.encode(writer, {...}, 12)`), frames, and the readers and writers below them.
 *
 * What the messages contain follows Kafka's own schemas; it can gain fields with each release of Kafka.
 * @module
 */
export type { AnyApi, Api, MessageCodec } from './api'
export { decodeRequestHeader, decodeResponse, encodeRequest, encodeResponse, type DecodedResponse } from './framing'
export { allApis } from './generated/all-apis'
export * from './generated/exports'
export { Reader } from './reader'
export { zeroUuid } from './uuid'
export { Writer, type RecordsInput } from './writer'
