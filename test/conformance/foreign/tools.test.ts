import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EmbeddedKafka } from '../../../src/testing'
import { waitUntil } from '../../cluster/wait-until'
import { ForeignPeers } from './support/foreign-peers'
import { odradek } from './support/node-clients'

// Kafka's command line tools, and what other libraries have for administrators.

let peers: ForeignPeers
let broker: EmbeddedKafka
let folder: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-tools-'))
  peers = await ForeignPeers.start()
})

afterAll(async () => {
  await peers.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  broker = await EmbeddedKafka.start({ brokers: 3, configs: { 'group.initial.rebalance.delay.ms': '0' } })
})

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

interface Given {
  readonly input?: string
  /** Expected exit status; default 0. */
  readonly status?: number
}

/** Runs a tool and gives the lines that it printed. */
async function run(main: string, args: readonly string[], { input = '', status = 0 }: Given = {}): Promise<string[]> {
  const result = await peers.tool(main, ['--bootstrap-server', broker.brokers.join(','), ...args], input)
  if (result.status !== status) throw new Error(`${main} ${args.join(' ')} ended with ${result.status}: ${result.output}${result.errors}`)
  return `${result.output}${status === 0 ? '' : result.errors}`.split('\n').filter(line => line.trim() !== '')
}

const topics = (args: string, given?: Given): Promise<string[]> => run('TopicCommand', args.split(' '), given)
const groups = (args: string, given?: Given): Promise<string[]> => run('consumer.group.ConsumerGroupCommand', args.split(' '), given)
const produceLines = (args: string, input: string): Promise<string[]> => run('ConsoleProducer', args.split(' '), { input })
const consumeLines = (args: string): Promise<string[]> => run('consumer.ConsoleConsumer', [...args.split(' '), '--timeout-ms', '20000'])

/** Cells of the lines that begin with the group, without those that name members. */
function rows(lines: readonly string[], group: string): string[] {
  const cells = lines.filter(line => line.startsWith(`${group} `)).map(line => line.split(/\s+/).slice(1, 6).join(' '))
  return cells.sort()
}

it('kafka-topics makes, lists, describes, alters and deletes', async () => {
  expect(await topics('--create --topic orders --partitions 4 --replication-factor 3 --config retention.ms=60000')).toEqual([
    'Created topic orders.'
  ])
  expect(await topics('--create --topic placed --replica-assignment 1:2,3:1')).toEqual(['Created topic placed.'])
  expect(await topics('--create --topic orders', { status: 1 })).toContainEqual(expect.stringContaining("Topic 'orders' already exists."))
  expect(await topics('--create --topic orders --if-not-exists')).toEqual([])
  expect(await topics('--create --topic wide --replication-factor 4', { status: 1 })).toContainEqual(
    expect.stringContaining('The target replication factor of 4 cannot be reached because only 3 broker(s) are registered.')
  )
  expect(await topics('--list')).toEqual(['orders', 'placed'])
  const described = await topics('--describe --topic orders')
  expect(described[0]).toMatch(
    /^Topic: orders\tTopicId: [\w-]{22}\tPartitionCount: 4\tReplicationFactor: 3\tConfigs: .*retention\.ms=60000/
  )
  expect(described.slice(1)).toHaveLength(4)
  const [one, two] = (await topics('--describe --topic placed')).slice(1)
  expect(one).toMatch(/Partition: 0\tLeader: 1\tReplicas: 1,2\tIsr: 1,2/)
  expect(two).toMatch(/Partition: 1\tLeader: 3\tReplicas: 3,1\tIsr: (1,3|3,1)/)
  await topics('--alter --topic orders --partitions 6')
  expect(await topics('--describe --topic orders')).toHaveLength(7)
  await topics('--alter --topic orders --partitions 5', { status: 1 })
  expect(await topics('--describe --unavailable-partitions')).toEqual([])
  await topics('--delete --topic placed')
  expect(await topics('--list')).toEqual(['orders'])
  await topics('--delete --topic placed', { status: 1 })
})

it('the console programs send and print records, keys and headers', async () => {
  broker.createTopic({ topic: 'orders', numPartitions: 2 })
  const separators = '--reader-property parse.key=true --reader-property key.separator=: --reader-property parse.headers=true'
  await produceLines(`--topic orders ${separators}`, 'from:shop\tone:two apples\nfrom:web\tone:käse\nfrom:web\ttwo:pears\n')
  await produceLines('--topic orders --compression-codec zstd --command-property acks=all', 'plain\n')
  const show = '--formatter-property print.key=true --formatter-property print.headers=true'
  const printed = await consumeLines(`--topic orders --from-beginning --max-messages 4 ${show}`)
  expect(printed.sort()).toEqual(['NO_HEADERS\tnull\tplain', 'from:shop\tone\ttwo apples', 'from:web\tone\tkäse', 'from:web\ttwo\tpears'])
  const ends = broker.cluster.topics.get('orders')?.partitions.map(({ log }) => log.logEndOffset) ?? []
  const partition = ends.findIndex(end => end > 0)
  const rest = await consumeLines(`--topic orders --partition ${partition} --offset ${ends[partition] - 1} --max-messages 1`)
  expect(rest).toHaveLength(1)
})

it.each(['classic', 'consumer'])(
  'the console consumer commits in a group of the %s protocol, and kafka-consumer-groups sees it',
  async protocol => {
    broker.createTopic({ topic: 'orders', numPartitions: 3 })
    const records = Array.from({ length: 30 }, (_, i) => ({
      partition: i % 3,
      timestamp: `${1_700_000_000_000 + i}`,
      key: null,
      value: `${i}`,
      headers: []
    }))
    await odradek(broker.brokers).produce('orders', records)
    const group = `--group shop --command-property group.protocol=${protocol}`
    expect(await consumeLines(`--topic orders --from-beginning --max-messages 30 ${group}`)).toHaveLength(30)
    expect((await groups('--list')).map(line => line.trim())).toEqual(['shop'])
    expect(await groups('--list --state')).toContainEqual(expect.stringMatching(/^shop .*Empty/))
    const allRead = ['orders 0 10 10 0', 'orders 1 10 10 0', 'orders 2 10 10 0']
    expect(rows(await groups('--describe --group shop'), 'shop')).toEqual(allRead)
    expect(await groups('--describe --group shop --state')).toContainEqual(expect.stringMatching(/^shop .*Empty +0/))
    await groups('--reset-offsets --group shop --topic orders:1 --to-offset 4 --execute')
    await groups('--reset-offsets --group shop --topic orders:2 --shift-by -3 --execute')
    expect(rows(await groups('--describe --group shop'), 'shop')).toEqual(['orders 0 10 10 0', 'orders 1 4 10 6', 'orders 2 7 10 3'])
    await groups('--reset-offsets --group shop --all-topics --to-datetime 2023-11-14T22:13:20.015Z --execute')
    expect(rows(await groups('--describe --group shop'), 'shop')).toEqual(['orders 0 5 10 5', 'orders 1 5 10 5', 'orders 2 5 10 5'])
    await groups('--delete-offsets --group shop --topic orders:1')
    expect(rows(await groups('--describe --group shop'), 'shop')).toEqual(['orders 0 5 10 5', 'orders 2 5 10 5'])
    await groups('--reset-offsets --group shop --all-topics --to-latest --execute')
    await groups('--delete --group shop')
    expect(await groups('--list')).toEqual([])
    expect((await groups('--describe --group shop')).join()).toContain('Group shop not found.')
  }
)

it('the verifiable programs send and read without loss', async () => {
  broker.createTopic({ topic: 'verified', numPartitions: 3 })
  const given = ['--bootstrap-server', broker.brokers.join(','), '--topic', 'verified', '--max-messages', '500']
  // The consumer ends when it has 500 records, in whatever order the two begin.
  const [sent, read] = await Promise.all([
    ForeignPeers.program('VerifiableProducer', [...given, '--acks', '-1']),
    ForeignPeers.program('VerifiableConsumer', [...given, '--group-id', 'verifiers', '--verbose'])
  ])
  const events = (lines: readonly string[], name: string): Record<string, unknown>[] =>
    lines.map(line => JSON.parse(line) as Record<string, unknown>).filter(event => event['name'] === name)
  expect(events(sent, 'producer_send_success')).toHaveLength(500)
  expect(events(sent, 'tool_data')).toMatchObject([{ sent: 500, acked: 500 }])
  const values = events(read, 'record_data').map(({ value }) => Number(value))
  expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, i) => i))
})

it.each(['kafkaPython', 'librdkafka'] as const)('the admin client of %s', async name => {
  broker.createTopic({ topic: 'orders' })
  const client = odradek(broker.brokers)
  const records = [0, 1, 2].map(i => ({ partition: 0, timestamp: '1700000000000', key: null, value: `${i}`, headers: [] }))
  await client.produce('orders', records)
  const member = await client.join('shop', 'orders', 'odradek')
  await waitUntil('all to be read', async () => (await member.state()).values.length === 3)
  await member.leave()
  expect(await peers.administer(name, broker.brokers, { topic: 'orders', group: 'shop', made: 'made' })).toEqual({
    again: 36,
    partitions: 4,
    brokers: 3,
    retention: '60000',
    altered: '120000',
    latest: 3,
    earliest: 2,
    groups: ['shop'],
    state: 'Empty',
    committed: 3,
    moved: 1,
    left: [],
    iterations: [5000],
    topics: ['orders']
  })
})

describe('other tools:', () => {
  beforeEach(async () => {
    broker.createTopic({ topic: 'orders', numPartitions: 3 })
    const records = [0, 1, 2].map(partition => ({ partition, timestamp: '1700000000000', key: null, value: 'x', headers: [] }))
    await odradek(broker.brokers).produce('orders', [...records, ...records])
  })

  it('kafka-get-offsets and kafka-delete-records', async () => {
    const offsets = (time: string): Promise<string[]> => run('GetOffsetShell', ['--topic', 'orders', '--time', time])
    expect(await offsets('max-timestamp')).toEqual(['orders:0:0', 'orders:1:0', 'orders:2:0'])
    const file = path.join(folder, 'delete.json')
    fs.writeFileSync(file, JSON.stringify({ version: 1, partitions: [{ topic: 'orders', partition: 0, offset: 1 }] }))
    expect(await run('DeleteRecordsCommand', ['--offset-json-file', file])).toContain('partition: orders-0\tlow_watermark: 1')
    expect(await offsets('earliest')).toEqual(['orders:0:1', 'orders:1:0', 'orders:2:0'])
    expect(await offsets('latest')).toEqual(['orders:0:2', 'orders:1:2', 'orders:2:2'])
  })

  it('kafka-reassign-partitions, kafka-leader-election and kafka-log-dirs', async () => {
    const file = path.join(folder, 'move.json')
    fs.writeFileSync(file, JSON.stringify({ version: 1, partitions: [{ topic: 'orders', partition: 0, replicas: [2, 3] }] }))
    const reassign = ['--reassignment-json-file', file]
    expect(await run('reassign.ReassignPartitionsCommand', ['--execute', ...reassign])).toContain(
      'Successfully started partition reassignment for orders-0'
    )
    expect(await run('reassign.ReassignPartitionsCommand', ['--verify', ...reassign])).toContain(
      'Reassignment of partition orders-0 is completed.'
    )
    expect(await topics('--describe --topic orders')).toContainEqual(expect.stringMatching(/Partition: 0\tLeader: [23]\tReplicas: 2,3\t/))
    await run('LeaderElectionCommand', ['--election-type', 'preferred', '--all-topic-partitions'])
    expect(await topics('--describe --topic orders')).toContainEqual(expect.stringMatching(/Partition: 0\tLeader: 2\t/))
    const [, , dirs] = await run('LogDirsCommand', ['--describe', '--topic-list', 'orders', '--broker-list', '1'])
    expect(dirs).not.toContain('orders-0')
    expect(dirs).toContain('"partition":"orders-1"')
  })

  it('kafka-configs', async () => {
    const configs = (args: string): Promise<string[]> => run('kafka.admin.ConfigCommand', args.split(' '))
    await configs('--alter --entity-type topics --entity-name orders --add-config retention.ms=60000,cleanup.policy=[compact,delete]')
    const described = (await configs('--describe --entity-type topics --entity-name orders')).join()
    expect(described).toContain('retention.ms=60000')
    expect(described).toContain('cleanup.policy=compact,delete')
    await configs('--alter --entity-type topics --entity-name orders --delete-config retention.ms')
    expect((await configs('--describe --entity-type topics --entity-name orders')).join()).not.toContain('retention.ms=60000')
    await configs('--alter --entity-type users --entity-name bob --add-config SCRAM-SHA-512=[iterations=5000,password=secret]')
    expect((await configs('--describe --entity-type users --entity-name bob')).join()).toContain('SCRAM-SHA-512=iterations=5000')
    await configs('--alter --entity-type clients --entity-name shop --add-config producer_byte_rate=1000000')
    expect((await configs('--describe --entity-type clients --entity-name shop')).join()).toContain('producer_byte_rate=1000000')
  })

  it('kafka-transactions, kafka-features, kafka-metadata-quorum and kafka-groups', async () => {
    expect(await run('TransactionsCommand', ['find-hanging', '--broker-id', '1'])).toHaveLength(1)
    expect(await run('FeatureCommand', ['describe'])).toContainEqual(
      expect.stringMatching(/transaction\.version.*FinalizedVersionLevel: 2/)
    )
    expect((await run('MetadataQuorumCommand', ['describe', '--status'])).join()).toContain(`"id": 3`)
    expect(await run('GroupsCommand', ['--list'])).toHaveLength(1)
  })
  it('kafka-acls', async () => {
    await broker.stop()
    const authorizer = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer'
    broker = await EmbeddedKafka.start({ configs: { 'authorizer.class.name': authorizer, 'super.users': 'User:ANONYMOUS' } })
    const acls = (args: string): Promise<string[]> => run('AclCommand', args.split(' '))
    const entry = expect.stringContaining('(principal=User:alice, host=*, operation=READ, permissionType=ALLOW)') as unknown
    await acls('--add --allow-principal User:alice --operation Read --topic orders')
    expect(await acls('--list --topic orders')).toContainEqual(entry)
    await acls('--remove --force --allow-principal User:alice --operation Read --topic orders')
    expect(await acls('--list')).toEqual([])
  })
})
