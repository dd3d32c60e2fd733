import type { AnyApi } from '../protocol/api'

/** A request between `send` and its answer. One object a request, made on the hot path: plain fields, no closures. */
export class PendingRequest {
  /** The encoded request; let go of when it has been handed to the socket. */
  chunks: readonly Buffer[] | undefined
  /** When it was handed to the socket, `clock.now()`; −1 before. */
  sentAt = -1
  /** When the answer has to be there, `clock.now()`. Counted from `sentAt`: waiting for a throttled broker is not the broker's slowness. */
  deadline = Infinity

  constructor(
    readonly api: AnyApi,
    readonly version: number,
    readonly correlationId: number,
    chunks: readonly Buffer[],
    /** ms; Infinity for none */
    readonly timeoutMs: number,
    /** True when no answer is wanted (acks=0): it is done when the socket has taken it. */
    readonly oneWay: boolean,
    /** `clock.now()` */
    readonly createdAt: number,
    readonly resolve: (body: unknown) => void,
    readonly reject: (error: Error) => void
  ) {
    this.chunks = chunks
  }
}
