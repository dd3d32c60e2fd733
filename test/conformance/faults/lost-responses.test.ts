import { Kafka, logLevel } from '../../../src/index'
import { KafkaCluster } from '../../cluster/kafka-cluster'
import { RecordedProducer, readTopic } from '../../faults/scenario/recorded-producer'
import { noteJavaLog, noteLog, type Run, ScenarioStage } from '../../faults/scenario/scenario'
import { chosenCluster } from '../support/chosen-cluster'

const { version, nodes, embedded } = chosenCluster()
const describeReal = version === '4.3.1' && nodes === 1 && !embedded ? describe : describe.skip

const topic = 'p1'
const partitions = 3
const calls = 400
const perCall = 5

describeReal('a broker behind the fault proxy', () => {
  let stage: ScenarioStage
  // A cluster of its own, because its broker sends its clients to the proxy.
  let cluster: KafkaCluster

  beforeAll(async () => {
    stage = await ScenarioStage.start()
    cluster = await KafkaCluster.start({
      version,
      nodes,
      advertise: async specs => {
        const ports = specs.map(async ({ nodeId, ports: { PLAINTEXT } }) => [nodeId, await stage.proxy.listen({ nodeId, port: PLAINTEXT })])
        return Object.fromEntries(await Promise.all(ports))
      }
    })
    await cluster.java.createTopic(topic, { partitions })
    await cluster.waitForTopic(topic, partitions)
  })

  afterAll(async () => {
    await cluster.stop()
    await stage.stop()
  })

  /** P1: the answer to a Produce is lost after the append, time and again. Without idempotence what it repeats is doubled, no more. */
  async function play({ history }: Run): Promise<void> {
    const producer = await RecordedProducer.connect(cluster.bootstrap, history, 'p1')
    const sends: Promise<void>[] = []
    for (let call = 0; call < calls; call++) {
      const values = Array.from({ length: perCall }, (_, i) => `p1:${call * perCall + i}`)
      sends.push(producer.send(topic, call % partitions, values))
      // Several requests, not all in one.
      if (call % 5 === 4) await new Promise(resolve => setImmediate(resolve))
      if (call % 80 === 79) await Promise.all(sends)
    }
    await Promise.all(sends)
    await producer.disconnect()
    const ends = (await cluster.java.endOffsets(topic)).map(Number)
    noteLog(history, 'odradek', topic, await readTopic(cluster.bootstrap, topic, ends))
    await noteJavaLog(cluster, history, topic, partitions)
  }

  test('P1: answers that are lost after the append cost no record, and no order', async () => {
    const line = await stage.play({
      id: 'P1',
      rounds: 1,
      settings: { doubledAtMost: calls * perCall, recoveryMs: 10_000 },
      faults: [{ api: 'Produce', nth: { every: 3, from: 2 }, times: 2, action: { type: 'cut', where: 'after-forward', how: 'rst' } }],
      play
    })
    console.log(line)
    expect(line).toMatch(/^P1 seed=\w+ rounds=1 records=2000 ok=2000 fail=0 info=0 doubled=\d+ reordered=0 .* fired=2$/)
    expect(cluster.protocolErrors()).toEqual([])
  })

  test('every address that the broker gives is the proxy', async () => {
    const port = Number(cluster.bootstrap[0]?.split(':')[1])
    expect(port).not.toBe(cluster.node(1).port)
    const opened = stage.proxy.next({ type: 'opened', broker: 1 })
    const admin = new Kafka({ brokers: cluster.bootstrap, logLevel: logLevel.NOTHING }).admin()
    await admin.connect()
    const { brokers } = await admin.describeCluster()
    await admin.disconnect()
    expect(brokers).toEqual([{ nodeId: 1, host: '127.0.0.1', port }])
    await opened
  })
})
