import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Kafka, logLevel } from 'kafkajs'
import { kafkaJars } from '../../../scripts/setup/kafka-jars'
import { EmbeddedKafka } from '../../../src/testing'
import { waitUntil } from '../../cluster/wait-until'

// Kafka's own programs against the embedded broker.

let broker: EmbeddedKafka
let client: Kafka
const running = new Set<ChildProcess>()

beforeEach(async () => {
  const configs = { 'group.consumer.heartbeat.interval.ms': '200' }
  broker = await EmbeddedKafka.start({ brokers: 3, configs, topics: [{ topic: 'orders', numPartitions: 6 }] })
  client = new Kafka({ brokers: broker.brokers, logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50 } })
})

afterEach(async () => {
  for (const program of running) program.kill('SIGKILL')
  await broker.stop()
  expect(broker.problems).toEqual([])
})

interface Program {
  readonly process: ChildProcess
  /** Standard output, by lines. */
  readonly lines: () => string[]
  /** Resolves with the lines when the program has ended by itself. */
  readonly ended: Promise<string[]>
}

async function java(main: string, ...args: string[]): Promise<Program> {
  const jars = path.join(await kafkaJars('4.3.1'), '*')
  const options = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData']
  const child = spawn('java', [...options, '-cp', jars, main, '--bootstrap-server', broker.brokers.join(','), ...args])
  running.add(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  const lines = (): string[] => out.split('\n').slice(0, -1)
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    if (code !== 0) throw new Error(`${main} ended with ${String(code)}:\n${err}${out}`)
    return lines()
  })
  ended.catch(() => {})
  return { process: child, lines, ended }
}

function consume(group: string, protocol: string, ...args: string[]): Promise<Program> {
  const given = ['--topic', 'orders', '--group', group, '--from-beginning', '--command-property', `group.protocol=${protocol}`]
  return java('org.apache.kafka.tools.consumer.ConsoleConsumer', ...given, ...args)
}

async function groups(...args: string[]): Promise<string[]> {
  return (await java('org.apache.kafka.tools.consumer.group.ConsumerGroupCommand', ...args)).ended
}

async function produce(from: number, count: number): Promise<void> {
  const producer = client.producer()
  await producer.connect()
  const messages = Array.from({ length: count }, (_, i) => ({ partition: i % 6, value: `value ${from + i}` }))
  await producer.send({ topic: 'orders', messages })
  await producer.disconnect()
}

function partitionsOf(memberPrefix: string): number {
  const group = broker.cluster.groups.find('readers')
  if (group?.type !== 'consumer') return 0
  const member = [...group.members.values()].find(({ clientId }) => clientId.startsWith(memberPrefix))
  return [...(member?.assigned.values() ?? [])].reduce((sum, partitions) => sum + partitions.size, 0)
}

it.each(['classic', 'consumer'])("Java's consumer reads and commits in a group of the %s protocol", async protocol => {
  await produce(0, 60)
  const consumer = await consume('readers', protocol, '--max-messages', '60')
  const lines = await consumer.ended
  expect(lines.filter(line => line.startsWith('value'))).toHaveLength(60)
  expect((await groups('--list')).map(line => line.trim())).toContain('readers')
  const described = await groups('--describe', '--group', 'readers')
  expect(described.filter(line => /^readers +orders +\d +10 +10 +0/.test(line))).toHaveLength(6)
})

it('members of the new protocol share partitions, also with KafkaJS, and take over', async () => {
  const first = await consume('readers', 'consumer', '--command-property', 'client.id=one')
  await waitUntil('the first to have all', async () => partitionsOf('one') === 6)
  const second = await consume('readers', 'consumer', '--command-property', 'client.id=two')
  await waitUntil('both to have half', async () => partitionsOf('one') === 3 && partitionsOf('two') === 3)
  const values: string[] = []
  const third = client.consumer({ groupId: 'readers', heartbeatInterval: 100, maxWaitTimeInMs: 100 })
  await third.connect()
  await third.subscribe({ topic: 'orders', fromBeginning: true })
  await third.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) })
  await waitUntil('each to have a third', async () => ['one', 'two', 'kafkajs'].every(name => partitionsOf(name) === 2))
  await produce(0, 60)
  const read = (): string[] => [...first.lines(), ...second.lines(), ...values]
  await waitUntil('all to be read', async () => read().length >= 60)
  expect(new Set(read()).size).toBe(60)
  expect(values).toHaveLength(20)
  second.process.kill('SIGTERM')
  await waitUntil('the rest to take over', async () => partitionsOf('one') === 3 && partitionsOf('kafkajs') === 3)
  await third.disconnect()
  await waitUntil('the first to have all again', async () => partitionsOf('one') === 6)
  const described = await groups('--describe', '--group', 'readers', '--state')
  expect(described.some(line => /^readers .*uniform +Stable +1/.test(line))).toBe(true)
})
