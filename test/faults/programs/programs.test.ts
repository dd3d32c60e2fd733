import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedKafka } from '../../../src/testing'
import { checkHistory, describeVerdict } from '../checker/check-history'
import { HistoryWriter } from '../history/history-writer'
import { readHistory } from '../history/read-history'
import { readTopic } from '../scenario/recorded-producer'
import { noteLog } from '../scenario/scenario'
import { ChildProgram, type ProgramEvent } from './child-program'

// Each test starts processes, which take their time on a busy machine.
jest.setTimeout(60_000)

const topic = 'numbers'
let kafka: EmbeddedKafka
let folder: string
let historyFile: string
let programs: ChildProgram[]

beforeEach(async () => {
  const configs = { 'group.initial.rebalance.delay.ms': '0', 'group.min.session.timeout.ms': '100' }
  kafka = await EmbeddedKafka.start({ topics: [{ topic, numPartitions: 2 }], configs })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-programs-'))
  historyFile = path.join(folder, 'history.ndjson')
  programs = []
})

afterEach(async () => {
  await Promise.all(programs.map(program => program.kill()))
  await kafka.stop()
  fs.rmSync(folder, { recursive: true })
})

function producer(options: Record<string, string | number>): ChildProgram {
  const common = { 'bootstrap-server': kafka.brokers.join(','), topic, history: historyFile }
  const program = ChildProgram.start('verifiable-producer', { ...common, ...options })
  programs.push(program)
  return program
}

function consumer(member: string): ChildProgram {
  const common = { 'bootstrap-server': kafka.brokers.join(','), topic, 'group-id': 'g', 'session-timeout': 500, history: historyFile }
  const program = ChildProgram.start('verifiable-consumer', { ...common, member, verbose: true })
  programs.push(program)
  return program
}

function seen(events: readonly ProgramEvent[]): string[] {
  return events.flatMap(({ name, value }) => (name === 'record_data' ? [String(value)] : []))
}

test('what a producer sends a consumer gets, also when the consumer is killed and another goes on', async () => {
  const history = new HistoryWriter(historyFile, 'main')
  history.run('programs', 'none', {})
  const first = consumer('first')
  await first.event('partitions_assigned')
  const one = producer({ 'max-messages': 100, 'value-prefix': 1 })
  expect(await one.event('tool_data')).toMatchObject({ sent: 100, acked: 100, target_throughput: -1 })
  expect(await one.ended).toBe(0)
  expect(one.events.map(({ name }) => name)).toEqual([
    'startup_complete',
    ...new Array<string>(100).fill('producer_send_success'),
    'shutdown_complete',
    'tool_data'
  ])
  await first.event('offsets_committed', ({ success }) => success === true)
  await first.kill()
  history.note('ended', { ended: 'first', how: 'killed' })

  const second = consumer('second')
  await second.event('partitions_assigned', ({ partitions }) => (partitions as unknown[]).length === 2)
  const two = producer({ 'value-prefix': 2, throughput: 200 })
  await two.event('producer_send_success', ({ value }) => value === '2.50')
  await two.stop()
  const sent = two.events.flatMap(({ name, value }) => (name === 'producer_send_success' ? [String(value)] : []))
  expect(sent.length).toBeGreaterThan(50)
  for (const value of sent) await second.event('record_data', event => event['value'] === value)
  await second.stop()
  expect(second.events.slice(-3).map(({ name }) => name)).toEqual(['shutdown_requested', 'partitions_revoked', 'shutdown_complete'])

  const both = [...seen(first.events), ...seen(second.events)]
  expect(new Set(both).size).toBe(100 + sent.length)
  const ends = [0, 1].map(partition =>
    Math.max(...[...one.events, ...two.events].map(event => (event['partition'] === partition ? Number(event['offset']) + 1 : 0)))
  )
  noteLog(history, 'odradek', topic, await readTopic(kafka.brokers, topic, ends))
  history.close()
  const verdict = checkHistory(readHistory(historyFile))
  expect(describeVerdict(verdict, readHistory(historyFile))).toBe('programs with seed none: holds')
  expect(verdict).toMatchObject({ ok: 100 + sent.length, fail: 0, info: 0, doubled: 0 })
})

test('a program that was frozen goes on when it is thawed', async () => {
  const program = producer({ throughput: 500 })
  await program.event('producer_send_success')
  program.freeze()
  program.thaw()
  const before = program.events.length
  await program.event('producer_send_success', event => program.events.indexOf(event) > before + 100)
  await program.stop()
  expect(program.events.at(-1)?.name).toBe('tool_data')
})

test('who waits for an event of a program that ends without it is told', async () => {
  const program = producer({ 'max-messages': 1 })
  await expect(program.event('partitions_assigned')).rejects.toThrow('The program ended without partitions_assigned')
})
