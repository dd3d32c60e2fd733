import type { Cluster } from '../cluster/cluster'
import type { BrokerConnection } from '../network/broker-connection'

/** The sender's way to one broker: its connection, and how many requests are out. */
export class BrokerChannel {
  /** Requests without an answer. */
  inFlight = 0
  private current: BrokerConnection | undefined
  private connecting = false

  constructor(
    readonly nodeId: number,
    private readonly cluster: Cluster
  ) {}

  /** The connection, when it is ready. */
  get connection(): BrokerConnection | undefined {
    return this.current?.state === 'ready' ? this.current : undefined
  }

  /** Connects unless that is under way. Exactly one of the two is called when it is over. */
  connect(onReady: () => void, onFailure: (error: Error) => void): void {
    if (this.connecting) return
    this.connecting = true
    void this.attempt(onReady, onFailure)
  }

  private async attempt(onReady: () => void, onFailure: (error: Error) => void): Promise<void> {
    let failure: Error | undefined
    try {
      this.current = await this.cluster.connection(this.nodeId, 'general')
    } catch (error) {
      failure = error as Error
    }
    this.connecting = false
    if (failure === undefined) onReady()
    else onFailure(failure)
  }
}
