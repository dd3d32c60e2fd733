/** A stage of a connection's life, before its first request, at which a broker can fall silent. */
export type HangStage = 'connect' | 'tls'

/** A broker that takes connections and says nothing. */
export class SilenceFault {
  /** How many connections it has hit. */
  fired = 0

  /** @internal */
  constructor(
    private readonly stage: HangStage,
    private readonly nodeId: number | undefined,
    private readonly take: () => void
  ) {}

  /** Takes the fault back; connections that it has hit stay silent. */
  remove(): void {
    this.take()
  }

  /** @throws Error when no connection has come */
  assertFired(): void {
    if (this.fired === 0) throw new Error(`The silence at ${this.stage} never fired`)
  }

  /** @internal */
  takes(stage: HangStage, nodeId: number): boolean {
    if (stage !== this.stage || (this.nodeId !== undefined && nodeId !== this.nodeId)) return false
    this.fired++
    return true
  }
}
