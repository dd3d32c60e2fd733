/**
 * Sends numbered values and prints what becomes of each, with the events of Java's VerifiableProducer (`startup_complete`,
 * `producer_send_success`, `producer_send_error`, `shutdown_complete`, `tool_data`) and its options where they have the same meaning. Ends
 * by itself after `--max-messages`, or in order with SIGTERM. With `--history` it also writes to the history of a run, as `--session`.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Kafka, logLevel, type RecordMetadata } from '../../../src/index'
import { HistoryWriter, type Settlement } from '../history/history-writer'
import { printEvent } from './program-output'

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'bootstrap-server': { type: 'string' },
    topic: { type: 'string' },
    'max-messages': { type: 'string', default: '-1' },
    throughput: { type: 'string', default: '-1' },
    acks: { type: 'string', default: '-1' },
    'value-prefix': { type: 'string' },
    session: { type: 'string', default: `producer-${process.pid}` },
    history: { type: 'string' }
  }
})

/** Sends that wait for their answer at most. */
const mostOpen = 1_000
const deadlineMs = 60_000
const topic = options.topic ?? ''
const count = Number(options['max-messages'])
const throughput = Number(options.throughput)
const history = options.history === undefined ? undefined : new HistoryWriter(options.history, options.session)
const kafka = new Kafka({ brokers: (options['bootstrap-server'] ?? '').split(','), clientId: options.session, logLevel: logLevel.NOTHING })
const producer = kafka.producer()

const shutdown = new AbortController()
let acked = 0
process.once('SIGTERM', () => shutdown.abort())

async function send(number: number): Promise<void> {
  const value = options['value-prefix'] === undefined ? String(number) : `${options['value-prefix']}.${number}`
  const settle = history?.invoke({ f: 'send', session: options.session, topic, values: [value], deadlineMs })
  try {
    const [stored] = await producer.send({ topic, acks: Number(options.acks), messages: [{ value }] })
    acked++
    settle?.(settlementOf(stored))
    const place = { partition: stored?.partition ?? -1, offset: Number(stored?.baseOffset ?? -1) }
    printEvent('producer_send_success', { key: null, value, topic, ...place })
  } catch (error) {
    const { name, message, outcome } = error as Error & { outcome?: 'not-applied' | 'maybe-applied' }
    const said = outcome === undefined ? {} : { outcome }
    settle?.({ type: outcome === 'not-applied' ? 'fail' : 'info', error: message, ...said })
    printEvent('producer_send_error', { key: null, value, topic, exception: name, message, ...said })
  }
}

/** Without an answer of the broker (acks 0) nothing is known. */
function settlementOf(stored: RecordMetadata | undefined): Settlement {
  if (stored?.baseOffset === undefined || options.acks === '0') return { type: 'info', outcome: 'maybe-applied' }
  return { type: 'ok', partition: stored.partition, offset: Number(stored.baseOffset) }
}

async function main(): Promise<void> {
  await producer.connect()
  printEvent('startup_complete')
  const started = performance.now()
  const open = new Set<Promise<void>>()
  let sent = 0
  while (!shutdown.signal.aborted && sent !== count) {
    const sending = send(sent++)
    open.add(sending)
    void sending.finally(() => open.delete(sending))
    if (open.size >= mostOpen) await Promise.race(open)
    const earlyMs = throughput > 0 ? started + (sent / throughput) * 1000 - performance.now() : 0
    if (earlyMs > 1) await wait(earlyMs)
  }
  await Promise.all(open)
  await producer.disconnect()
  history?.close()
  const seconds = (performance.now() - started) / 1000
  printEvent('shutdown_complete')
  printEvent('tool_data', { sent, acked, target_throughput: throughput, avg_throughput: acked / seconds })
}

void main()
