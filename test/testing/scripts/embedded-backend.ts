import { EmbeddedKafka, type ListenerOptions } from '../../../src/testing'
import { ManualClock, settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'
import type { Backend } from './stage'

/** Broker configs that the scripts count on; a real broker has to have the same. */
export const scriptConfigs: Readonly<Record<string, string>> = {
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '1000',
  'group.consumer.heartbeat.interval.ms': '500'
}

/** The embedded broker in memory, on a clock that stands still unless a script lets time pass. */
export class EmbeddedBackend implements Backend {
  private constructor(
    readonly kafka: EmbeddedKafka,
    readonly clock: ManualClock
  ) {}

  static async start(configs: Record<string, string> = {}, brokers = 1, listeners: ListenerOptions[] = [{}]): Promise<EmbeddedBackend> {
    const clock = new ManualClock()
    return new EmbeddedBackend(
      await EmbeddedKafka.start({ brokers, listeners, memory: true, clock, configs: { ...scriptConfigs, ...configs } }),
      clock
    )
  }

  async connect(clientId: string, listener = 'PLAINTEXT'): Promise<WireClient> {
    const [host, port] = this.kafka.brokersOf(listener)[0].split(':')
    const socket = this.kafka.socketFactory({ host, port: Number(port), onConnect: () => {} })
    await settle()
    return WireClient.on(socket, clientId)
  }

  async wait(ms: number): Promise<void> {
    await this.clock.advance(ms)
  }

  /** Goes from timer to timer until the answer is there. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false
    const mark = (): void => {
      isSettled = true
    }
    promise.then(mark, mark)
    for (let i = 0; i < 100; i++) {
      await this.clock.advance(0)
      if (isSettled) return promise
      const { next } = this.clock
      if (next === undefined) break
      await this.clock.advance(next)
    }
    if (isSettled) return promise
    throw new Error('The embedded broker owes an answer, and no timer will bring it')
  }

  async stop(): Promise<void> {
    await this.kafka.stop()
  }
}
