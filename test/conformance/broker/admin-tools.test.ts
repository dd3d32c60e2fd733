import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { kafkaJars } from '../../../scripts/setup/kafka-jars'
import { EmbeddedKafka } from '../../../src/testing'
import { javaClasses } from '../../cluster/java-classes'
import { chosenCluster } from '../support/chosen-cluster'
import { PipePeer } from '../foreign/support/pipe-peer'

// Kafka's own tools for administrators against the embedded broker, all in one JVM.

const sources = path.join(__dirname, '../../java/tools')

// Their broker is the embedded one, whatever the rest of the run is about: once is enough.
const { version, nodes, embedded } = chosenCluster()
const suite = version === '4.3.1' && nodes === 1 && !embedded ? describe : describe.skip

suite("Kafka's tools for administrators on the embedded broker", () => {
  let java: PipePeer
  let broker: EmbeddedKafka
  let folder: string

  beforeAll(async () => {
    const jars = await kafkaJars('4.3.1')
    const classPath = [path.join(jars, '*'), await javaClasses(sources, jars)].join(path.delimiter)
    java = PipePeer.start('Java', 'java', ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath, 'Peer'])
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-admin-tools-'))
  })

  afterAll(async () => {
    await java.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    const replicaAssignment = [
      [1, 2],
      [2, 3],
      [3, 1]
    ]
    broker = await EmbeddedKafka.start({ brokers: 3, topics: [{ topic: 'orders', replicaAssignment }] })
  })

  afterEach(async () => {
    await broker.stop()
    expect(broker.problems).toEqual([])
  })

  /** Runs a tool and gives the lines that it printed. */
  async function run(main: string, ...given: string[]): Promise<string[]> {
    const [first, ...rest] = given
    const bootstrap = ['--bootstrap-server', broker.brokers.join(',')]
    // kafka-cluster wants its command first.
    const args = first.startsWith('--') ? [...bootstrap, ...given] : [first, ...bootstrap, ...rest]
    const asked = main.endsWith('ClusterTool') ? args : [...bootstrap, ...given]
    const result = await java.call<{ status: number; output: string; errors: string }>('tool', {
      main: main.startsWith('kafka.') ? main : `org.apache.kafka.tools.${main}`,
      arguments: asked,
      input: ''
    })
    if (result.status !== 0) throw new Error(`${main} ${given.join(' ')} ended with ${result.status}: ${result.output}${result.errors}`)
    return result.output.split('\n').filter(line => line.trim() !== '')
  }

  function write(name: string, content: object): string {
    const file = path.join(folder, name)
    fs.writeFileSync(file, JSON.stringify(content))
    return file
  }

  it('kafka-configs alters and describes topics, brokers, groups, loggers and client metrics', async () => {
    const configs = (...args: string[]): Promise<string[]> => run('kafka.admin.ConfigCommand', ...args)
    const entity = (type: string, name: string): string[] => [
      '--entity-type',
      type,
      ...(name === '' ? ['--entity-default'] : ['--entity-name', name])
    ]
    for (const [type, name, config, described] of [
      [
        'topics',
        'orders',
        'cleanup.policy=[compact,delete]',
        'cleanup.policy=compact,delete sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:'
      ],
      ['brokers', '', 'message.max.bytes=2000000', 'message.max.bytes=2000000 sensitive=false synonyms={DYNAMIC_DEFAULT_BROKER_CONFIG:'],
      ['brokers', '2', 'max.connections=500', 'max.connections=500 sensitive=false synonyms={DYNAMIC_BROKER_CONFIG:'],
      [
        'groups',
        'readers',
        'consumer.session.timeout.ms=50000',
        'consumer.session.timeout.ms=50000 sensitive=false synonyms={DYNAMIC_GROUP_CONFIG:'
      ],
      ['broker-loggers', '1', 'kafka.server.KafkaApis=ERROR', 'kafka.server.KafkaApis=ERROR sensitive=false synonyms={'],
      ['client-metrics', 'metrics', 'interval.ms=5000', 'interval.ms=5000 sensitive=false synonyms={DYNAMIC_CLIENT_METRICS_CONFIG:']
    ]) {
      await configs('--alter', ...entity(type, name), '--add-config', config)
      expect((await configs('--describe', ...entity(type, name))).join('\n')).toContain(described)
    }
    await configs('--alter', ...entity('topics', 'orders'), '--delete-config', 'cleanup.policy')
    expect(await configs('--describe', ...entity('topics', 'orders'))).toEqual(['Dynamic configs for topic orders are:'])
    expect((await configs('--describe', '--all', ...entity('topics', 'orders'))).length).toBeGreaterThan(30)
    await expect(configs('--alter', ...entity('topics', 'orders'), '--add-config', 'retention.ms=x')).rejects.toThrow('Not a number')
  })

  it('kafka-reassign-partitions moves partitions, with a throttle, and cancels; kafka-leader-election elects', async () => {
    const partitions = [
      { topic: 'orders', partition: 0, replicas: [2, 3] },
      { topic: 'orders', partition: 1, replicas: [3, 1, 2] }
    ]
    const file = write('move.json', { version: 1, partitions })
    const move = (...args: string[]): Promise<string[]> => run('reassign.ReassignPartitionsCommand', ...args)
    const topics = write('topics.json', { version: 1, topics: [{ topic: 'orders' }] })
    const plan = await move('--generate', '--topics-to-move-json-file', topics, '--broker-list', '1,2,3')
    expect(plan.filter(line => line.includes('"partition":2'))).toHaveLength(2)

    broker.laboratory.holdReassignments()
    const begun = await move('--execute', '--reassignment-json-file', file, '--throttle', '100000')
    expect(begun).toContain('Successfully started partition reassignments for orders-0,orders-1')
    expect((await move('--list')).map(line => line.trim())).toEqual([
      'Current partition reassignments:',
      'orders-0: replicas: 2,3,1. adding: 3. removing: 1.',
      'orders-1: replicas: 3,1,2. adding: 1.'
    ])
    expect(await move('--verify', '--reassignment-json-file', file)).toContain('Reassignment of partition orders-0 is still in progress.')
    await move('--cancel', '--reassignment-json-file', file)
    expect(await move('--list')).toEqual(['No partition reassignments found.'])

    broker.laboratory.holdReassignments(false)
    await move('--execute', '--reassignment-json-file', file)
    const done = await move('--verify', '--reassignment-json-file', file)
    expect(done).toContain('Reassignment of partition orders-1 is completed.')
    expect(broker.cluster.configs.ofBrokers.get('1')?.has('leader.replication.throttled.rate')).toBe(false)

    const elect = (...args: string[]): Promise<string[]> => run('LeaderElectionCommand', '--election-type', ...args)
    expect(await elect('preferred', '--all-topic-partitions')).toEqual([
      'Successfully completed leader election (PREFERRED) for partitions orders-1'
    ])
    expect(await elect('unclean', '--topic', 'orders', '--partition', '0')).toEqual([
      'Valid replica already elected for partitions orders-0'
    ])
    await broker.kill(2)
    await broker.kill(3)
    const described = await run('TopicCommand', '--describe', '--topic', 'orders', '--unavailable-partitions')
    expect(described.map(line => line.trim())).toEqual([
      'Topic: orders\tPartition: 0\tLeader: none\tReplicas: 2,3\tIsr: \tElr: 3\tLastKnownElr: 3'
    ])
  })

  it('kafka-log-dirs, kafka-cluster, kafka-features and kafka-metadata-quorum describe, and change what they can', async () => {
    const dirs = await run('LogDirsCommand', '--describe', '--broker-list', '1,2')
    const { brokers } = JSON.parse(dirs.at(-1) ?? '') as { brokers: { logDirs: { partitions: { partition: string }[] }[] }[] }
    expect(brokers.map(({ logDirs }) => logDirs[0].partitions.map(({ partition }) => partition))).toEqual([
      ['orders-0', 'orders-2'],
      ['orders-0', 'orders-1']
    ])

    const cluster = (...args: string[]): Promise<string[]> => run('ClusterTool', ...args)
    expect(await cluster('cluster-id')).toEqual([`Cluster ID: ${broker.cluster.clusterId}`])
    await broker.kill(3)
    expect((await cluster('list-endpoints', '--include-fenced-brokers')).slice(1).map(line => line.split(/\s+/)[4])).toEqual([
      'unfenced',
      'unfenced',
      'fenced'
    ])
    expect(await cluster('unregister', '--id', '3')).toEqual(['Broker 3 is no longer registered.'])
    expect(await cluster('list-endpoints', '--include-fenced-brokers')).toHaveLength(3)

    const features = (...args: string[]): Promise<string[]> => run('FeatureCommand', ...args)
    expect(await features('downgrade', '--feature', 'streams.version=0')).toEqual(['streams.version was downgraded to 0.'])
    const levels = (await features('describe')).map(line => line.replace(/\s+/g, ' '))
    expect(levels.find(line => line.startsWith('Feature: streams.version'))).toContain('SupportedMaxVersion: 1 FinalizedVersionLevel: 0')
    expect(await features('upgrade', '--feature', 'streams.version=1')).toEqual(['streams.version was upgraded to 1.'])

    const status = await run('MetadataQuorumCommand', 'describe', '--status')
    expect(status.find(line => line.startsWith('LeaderId'))).toMatch(/ 1$/)
    expect(status.find(line => line.startsWith('MaxFollowerLag:'))).toMatch(/ 0$/)
    expect(await run('MetadataQuorumCommand', 'describe', '--replication')).toHaveLength(4)
  })
})
