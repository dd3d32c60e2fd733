import { isError, KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import type { InstrumentationEvent } from '../types/events'
import type { Logger } from '../types/logger'

/** Which kind of client an event comes from: the first part of its type. */
export type ClientKind = 'producer' | 'consumer' | 'admin'

/** Hears an event; may be async. */
export type EventListener = (event: InstrumentationEvent<unknown>) => unknown

/** Numbers the events of the whole process. */
let nextId = 0

/**
 * Carries the events of one client to its listeners. Whoever emits asks `hasListeners` first, so that nothing is built
 * that nobody hears. A listener that throws or rejects is logged and harms nobody.
 */
export class InstrumentationEmitter {
  /** By name without the client's kind, so that the question on the hot path joins no strings. */
  private readonly listeners = new Map<string, readonly EventListener[]>()

  /**
   * @param kind first part of the types of all events
   * @param logger told when a listener fails
   */
  constructor(
    private readonly kind: ClientKind,
    private readonly logger: Logger
  ) {}

  /**
   * @param type with the client's kind, e.g. `consumer.network.request`
   * @returns removes the listener
   * @throws {@link KafkaJSNonRetriableError} when the type is of another kind of client or the listener not a function
   */
  on(type: string, listener: EventListener): () => void {
    if (!type.startsWith(`${this.kind}.`)) throw new KafkaJSNonRetriableError(`"${type}" is not an event of a ${this.kind}`)
    if (typeof listener !== 'function') throw new KafkaJSNonRetriableError(`The listener for "${type}" is not a function`)
    const name = type.slice(this.kind.length + 1)
    // An entry of its own, so that the same function can be added twice and removed once.
    const entry: EventListener = event => listener(event)
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), entry])
    return () => {
      const left = (this.listeners.get(name) ?? []).filter(other => other !== entry)
      if (left.length === 0) this.listeners.delete(name)
      else this.listeners.set(name, left)
    }
  }

  /** @param name without the client's kind, e.g. `network.request` */
  hasListeners(name: string): boolean {
    return this.listeners.has(name)
  }

  /** Calls every listener of `<kind>.<name>` with one event that carries `payload`; does nothing when there is none. */
  emit(name: string, payload?: unknown): void {
    const listeners = this.listeners.get(name)
    if (listeners === undefined) return
    const event = { id: nextId++ as unknown as string, type: `${this.kind}.${name}`, timestamp: Date.now(), payload }
    for (const listener of listeners) this.call(listener, event)
  }

  private call(listener: EventListener, event: InstrumentationEvent<unknown>): void {
    try {
      Promise.resolve(listener(event)).catch((error: unknown) => this.report(event.type, error))
    } catch (error) {
      this.report(event.type, error)
    }
  }

  private report(eventName: string, error: unknown): void {
    const { message, stack } = isError(error) ? error : { message: String(error), stack: undefined }
    this.logger.error(`Failed to execute listener: ${message}`, { eventName, stack })
  }
}
