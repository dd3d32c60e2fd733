import { EmbeddedKafka } from '../../../src/testing'
import { chosenCluster } from '../support/chosen-cluster'
import { conformanceCluster } from '../support/conformance-cluster'

// Java's transactional producer and consumer against the embedded broker, in both versions of transactions.

// Their broker is the embedded one, whatever the rest of the run is about: once is enough.
const { version, nodes, embedded } = chosenCluster()
const suite = version === '4.3.1' && nodes === 1 && !embedded ? describe : describe.skip

let broker: EmbeddedKafka

afterEach(async () => {
  await broker.stop()
  expect(broker.problems).toEqual([])
})

async function open(asVersion: '3.9' | '4.3'): Promise<void> {
  broker = await EmbeddedKafka.start({ brokers: 3, asVersion, topics: [{ topic: 'orders', numPartitions: 3 }] })
}

async function program(main: string, ...args: string[]): Promise<string[]> {
  const { java } = await conformanceCluster()
  const all = ['--bootstrap-server', broker.brokers.join(','), ...args]
  const result = await java.call<{ status: number; output: string; errors: string }>('tool', {
    main: `org.apache.kafka.tools.${main}`,
    arguments: all,
    input: ''
  })
  expect(result).toMatchObject({ status: 0 })
  return result.output.split('\n').slice(0, -1)
}

/** Versions of an API that were asked for. */
function versionsOf(api: string): number[] {
  return [...new Set(broker.requests.find({ api }).map(({ version }) => version))]
}

suite.each([
  { asVersion: '3.9', endTxn: [4], addPartitions: [3] },
  { asVersion: '4.3', endTxn: [5], addPartitions: [] }
] as const)('posing as $asVersion', ({ asVersion, endTxn, addPartitions }) => {
  it('many transactions of one producer, read by the console consumer', async () => {
    await open(asVersion)
    const what = ['--topic', 'orders', '--num-records', '2000', '--record-size', '20', '--throughput', '4000']
    const lines = await program('ProducerPerformance', ...what, '--transactional-id', 'performance', '--transaction-duration-ms', '50')
    expect(lines.join()).toContain('2000 records sent')
    expect(broker.requests.find({ api: 'EndTxn' }).length).toBeGreaterThan(2)
    expect(versionsOf('EndTxn')).toEqual(endTxn)
    expect(versionsOf('AddPartitionsToTxn')).toEqual(addPartitions)
    expect(broker.cluster.transactions.find('performance')).toMatchObject({ state: 'CompleteCommit' })
    const given = ['--topic', 'orders', '--from-beginning', '--isolation-level', 'read_committed', '--max-messages', '2000']
    expect(await program('consumer.ConsoleConsumer', ...given)).toHaveLength(2000)
  })

  it('transactions that are aborted, and one that hangs', async () => {
    await open(asVersion)
    const { java } = await conformanceCluster()
    const bootstrap = broker.brokers.join(',')
    const produce = async (value: string, id: string, transaction: 'commit' | 'abort'): Promise<void> => {
      const records = [0, 1, 2].map(partition => ({ partition, value: Buffer.from(value).toString('base64') }))
      await java.call('produce', { bootstrap, topic: 'orders', records, config: { 'transactional.id': id }, transaction })
    }
    const read = async (level: string): Promise<string[]> => {
      const config = { 'isolation.level': level }
      const records = await java.call<[partition: number, offset: string, value: string | null][]>('consume', {
        bootstrap,
        topic: 'orders',
        config,
        values: 'only'
      })
      return records.flatMap(([partition, , value]) => (partition === 0 && value !== null ? [value] : []))
    }
    await produce('a', 'one', 'commit')
    await produce('b', 'one', 'abort')
    await produce('c', 'two', 'abort')
    await produce('d', 'two', 'commit')
    broker.laboratory.holdMarkers('three')
    await produce('e', 'three', 'commit')
    await produce('f', 'one', 'commit')
    expect(await read('read_uncommitted')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(await read('read_committed')).toEqual(['a', 'd'])
    broker.laboratory.releaseMarkers()
    expect(await read('read_committed')).toEqual(['a', 'd', 'e', 'f'])
  })
})
