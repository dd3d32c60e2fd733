import type { Api } from '../protocol/api'
import type { BrokerView, ConnectionView } from './broker-view'
import type { ClusterState } from './cluster-state'
import type { Pending } from './pending'

/** Where a request came from and where it is being served. */
export interface RequestContext {
  /** All that the brokers of the cluster know together. */
  readonly cluster: ClusterState
  /** The broker that got the request. */
  readonly node: BrokerView
  readonly connection: ConnectionView
  /** Version of the request, and of the answer. */
  readonly version: number
  readonly clientId: string | null
  /** Size of the request. */
  readonly sizeInBytes: number
}

/** What a handler returns for a request that gets no answer (Produce with acks=0). */
export const noResponse = Symbol('no response')

/** An answer, one that comes later, or none. */
export type Handled<ResponseInput> = ResponseInput | Pending<ResponseInput> | typeof noResponse

/**
 * How the broker serves one API. A handler is synchronous: what it changes, it changes inside the call; a request that has
 * to wait gets a `Pending`.
 */
export interface ApiHandler<Request, ResponseInput> {
  readonly api: Api<never, Request, ResponseInput, unknown>
  handle(context: RequestContext, request: Request): Handled<ResponseInput>
  /** The answer to `request` that says `errorCode` at every place that has room for it, as Java's `getErrorResponse`. */
  fail(request: Request, errorCode: number, version: number): ResponseInput
}

/** A handler whose types no longer matter. */
export type AnyHandler = ApiHandler<never, unknown>

/** Ties a handler's types together. */
export function handler<Request, ResponseInput>(parts: ApiHandler<Request, ResponseInput>): AnyHandler {
  return parts as unknown as AnyHandler
}
