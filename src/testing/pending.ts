/**
 * An answer that comes later: a handler returns one when its request has to wait for something (a long poll, a join, a
 * commit of other replicas). It settles at most once, without promises, so that what happens next is decided by the
 * clock and by the order of requests alone.
 */
export class Pending<T> {
  private settled = false
  private value: T | undefined
  private listener: ((value: T) => void) | undefined
  private readonly abandonListeners: (() => void)[] = []

  /** Whether the answer is there, or nobody waits for it any more. */
  get isSettled(): boolean {
    return this.settled
  }

  /** Gives the answer. Returns false, and changes nothing, when there is one already. */
  complete(value: T): boolean {
    if (this.settled) return false
    this.settled = true
    this.value = value
    this.listener?.(value)
    return true
  }

  /** The one who waits; called at once when the answer is there. */
  onComplete(listener: (value: T) => void): void {
    if (this.settled && this.value !== undefined) listener(this.value)
    else this.listener = listener
  }

  /** Called by the connection when it closes before the answer: whoever holds the request lets go of it. */
  abandon(): void {
    if (this.settled) return
    this.settled = true
    for (const listener of this.abandonListeners) listener()
  }

  /** Runs when the connection closed before the answer. */
  onAbandon(listener: () => void): void {
    this.abandonListeners.push(listener)
  }
}
