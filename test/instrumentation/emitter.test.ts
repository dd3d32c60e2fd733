import { KafkaJSNonRetriableError } from '../../src/errors/kafkajs-error'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import { createLogger } from '../../src/instrumentation/logger'
import type { InstrumentationEvent } from '../../src/types/events'
import type { LogEntry } from '../../src/types/logger'

describe('InstrumentationEmitter', () => {
  let entries: LogEntry[] = []
  const logger = createLogger({ logCreator: () => entry => void entries.push(entry) })

  beforeEach(() => {
    entries = []
  })

  it('gives listeners id, type, timestamp and payload', () => {
    const events: InstrumentationEvent<unknown>[] = []
    const emitter = new InstrumentationEmitter('producer', logger)
    emitter.on('producer.network.request', event => events.push(event))
    const before = Date.now()
    emitter.emit('network.request', { size: 12 })
    emitter.emit('network.request', { size: 13 })
    expect(events).toMatchObject([
      { type: 'producer.network.request', payload: { size: 12 } },
      { type: 'producer.network.request', payload: { size: 13 } }
    ])
    const [first, second] = events
    expect(Number(second?.id)).toBe(Number(first?.id) + 1)
    expect(typeof first?.id).toBe('number')
    expect(first?.timestamp).toBeGreaterThanOrEqual(before)
  })

  it('counts the events of all clients of the process', () => {
    const ids: number[] = []
    for (const kind of ['consumer', 'admin'] as const) {
      const emitter = new InstrumentationEmitter(kind, logger)
      emitter.on(`${kind}.connect`, ({ id }) => ids.push(Number(id)))
      emitter.emit('connect')
    }
    expect(ids[1]).toBe(ids[0] + 1)
  })

  it('says whether anybody listens, and forgets those who left', () => {
    const emitter = new InstrumentationEmitter('consumer', logger)
    const listener = jest.fn()
    expect(emitter.hasListeners('fetch')).toBe(false)
    const removeFirst = emitter.on('consumer.fetch', listener)
    const removeSecond = emitter.on('consumer.fetch', listener)
    emitter.emit('fetch', {})
    expect(listener).toHaveBeenCalledTimes(2)
    removeFirst()
    removeFirst()
    expect(emitter.hasListeners('fetch')).toBe(true)
    emitter.emit('fetch', {})
    expect(listener).toHaveBeenCalledTimes(3)
    removeSecond()
    expect(emitter.hasListeners('fetch')).toBe(false)
    emitter.emit('fetch', {})
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('calls everybody who listened when the event came, even when one of them leaves meanwhile', () => {
    const emitter = new InstrumentationEmitter('consumer', logger)
    const last = jest.fn()
    const remove = emitter.on('consumer.stop', () => remove())
    emitter.on('consumer.stop', last)
    emitter.emit('stop')
    expect(last).toHaveBeenCalledTimes(1)
  })

  it('logs what a listener throws or rejects with, and goes on', async () => {
    const emitter = new InstrumentationEmitter('admin', logger)
    const last = jest.fn()
    emitter.on('admin.connect', () => {
      throw new Error('first')
    })
    emitter.on('admin.connect', async () => {
      throw new Error('second')
    })
    // oxlint-disable-next-line prefer-promise-reject-errors -- applications do
    emitter.on('admin.connect', () => Promise.reject('third'))
    emitter.on('admin.connect', last)
    emitter.emit('connect')
    expect(last).toHaveBeenCalledTimes(1)
    await new Promise(resolve => {
      setImmediate(resolve)
    })
    expect(entries.map(({ label, log }) => [label, log.message, log['eventName']])).toEqual([
      ['ERROR', 'Failed to execute listener: first', 'admin.connect'],
      ['ERROR', 'Failed to execute listener: second', 'admin.connect'],
      ['ERROR', 'Failed to execute listener: third', 'admin.connect']
    ])
  })

  it('refuses the events of another kind of client, and listeners that are none', () => {
    const emitter = new InstrumentationEmitter('admin', logger)
    expect(() => emitter.on('producer.connect', () => {})).toThrow(KafkaJSNonRetriableError)
    expect(() => emitter.on('admin.connect', 'listener' as never)).toThrow(KafkaJSNonRetriableError)
  })
})
