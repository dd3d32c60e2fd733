/**
 * A member of a group that commits every batch when it is done with it, and prints the events of Java's VerifiableConsumer
 * (`startup_complete`, `partitions_assigned`, `partitions_revoked`, `records_consumed`, `record_data` with `--verbose`,
 * `offsets_committed`, `shutdown_requested`, `shutdown_complete`), with its options where they have the same meaning. Ends in order with
 * SIGTERM. With `--history` it also writes to the history of a run, as `--member`.
 *
 * Members do not learn the number of their generation: the history has one of its own for each. A partition counts as assigned with the
 * first batch of it, which in a log without holes begins at the group's commit unless it is the log's first.
 */
import { parseArgs } from 'node:util'
import { type Batch, type EachBatchPayload, Kafka, logLevel } from '../../../src/index'
import { HistoryWriter } from '../history/history-writer'
import { printEvent } from './program-output'

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'bootstrap-server': { type: 'string' },
    topic: { type: 'string' },
    'group-id': { type: 'string' },
    'session-timeout': { type: 'string', default: '30000' },
    verbose: { type: 'boolean', default: false },
    member: { type: 'string', default: `consumer-${process.pid}` },
    history: { type: 'string' }
  }
})

interface Owned {
  topic: string
  partition: number
}

const topic = options.topic ?? ''
const group = options['group-id'] ?? ''
const { member } = options
const history = options.history === undefined ? undefined : new HistoryWriter(options.history, member)
const kafka = new Kafka({ brokers: (options['bootstrap-server'] ?? '').split(','), clientId: member, logLevel: logLevel.NOTHING })
const sessionTimeout = Number(options['session-timeout'])
const consumer = kafka.consumer({ groupId: group, sessionTimeout, heartbeatInterval: Math.min(3_000, Math.floor(sessionTimeout / 4)) })

let generation = process.pid * 100_000
let assigned: Owned[] = []
/** Partitions whose assignment is in the history. */
const noted = new Map<number, Owned>()

function revokeAll(how: 'revoked' | 'closed'): void {
  if (assigned.length > 0) printEvent('partitions_revoked', { partitions: assigned })
  assigned = []
  for (const owned of noted.values()) history?.note('revoke', { group, member, ...owned, how })
  noted.clear()
}

async function handle({ batch }: EachBatchPayload): Promise<void> {
  const { partition, messages } = batch
  if (batch.isEmpty()) return
  noteDelivery(batch)
  if (options.verbose) {
    for (const { key, value, offset } of messages) {
      const text = { key: key?.toString() ?? null, value: value?.toString() ?? null }
      printEvent('record_data', { ...text, topic, partition, offset: Number(offset) })
    }
  }
  const minOffset = Number(batch.firstOffset())
  const maxOffset = Number(batch.lastOffset())
  printEvent('records_consumed', {
    count: messages.length,
    partitions: [{ topic, partition, count: messages.length, minOffset, maxOffset }]
  })
  history?.note('finish', { group, member, topic, partition, offset: maxOffset })
  await commit(partition, maxOffset + 1)
}

function noteDelivery({ partition, messages }: Batch): void {
  if (history === undefined) return
  const records = messages.map(({ offset, value }): [number, string] => [Number(offset), value?.toString() ?? ''])
  const position = records[0]?.[0] ?? 0
  if (!noted.has(partition)) {
    noted.set(partition, { topic, partition })
    history.note('assign', { group, member, topic, partition, generation, position, fromCommit: position > 0 })
  }
  history.note('deliver', { group, member, topic, partition, records })
}

/** A commit that fails leaves its records to whoever owns the partition next. */
async function commit(partition: number, offset: number): Promise<void> {
  const settle = history?.invoke({ f: 'commit', group, member, topic, partition, offset })
  const offsets = [{ topic, partition, offset }]
  try {
    await consumer.commitOffsets([{ topic, partition, offset: String(offset) }])
    settle?.({ type: 'ok' })
    printEvent('offsets_committed', { offsets, success: true })
  } catch (error) {
    const { message, outcome } = error as Error & { outcome?: 'not-applied' | 'maybe-applied' }
    settle?.({ type: outcome === 'not-applied' ? 'fail' : 'info', error: message })
    printEvent('offsets_committed', { offsets, error: message, success: false })
    throw error
  }
}

consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
  revokeAll('revoked')
  generation++
  assigned = Object.entries(payload.memberAssignment).flatMap(([name, partitions]) =>
    partitions.map(partition => ({ topic: name, partition }))
  )
  printEvent('partitions_assigned', { partitions: assigned })
})

async function shutDown(): Promise<void> {
  printEvent('shutdown_requested')
  await consumer.disconnect()
  revokeAll('closed')
  history?.note('leave', { group, member, clean: true })
  history?.close()
  printEvent('shutdown_complete')
}

async function main(): Promise<void> {
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  history?.note('subscribe', { group, topics: [topic], isolation: 'read_committed', from: 'earliest' })
  await consumer.run({ autoCommit: false, eachBatch: handle })
  printEvent('startup_complete')
}

process.once('SIGTERM', () => void shutDown())
void main()
