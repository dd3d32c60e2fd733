import net from 'node:net'
import tls from 'node:tls'
import { KafkaConfigError } from '../../../src/errors/config-errors'
import { KafkaUsageError } from '../../../src/errors/usage-errors'
import { fetchApi } from '../../../src/protocol/generated/fetch'
import { joinGroupApi } from '../../../src/protocol/generated/join-group'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { saslAuthenticateApi } from '../../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../src/protocol/generated/sasl-handshake'
import { EmbeddedKafka } from '../../../src/testing'
import { makeCertificate } from '../../support/make-certificate'
import { ManualClock, settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'

/** Sockets and servers that are open in this process, once the event loop has let go of those that are closed. */
async function handles(): Promise<string[]> {
  await settle(5)
  return process.getActiveResourcesInfo().filter(name => /TCP|TLS/.test(name))
}

const closed = (socket: net.Socket): Promise<void> => new Promise(resolve => socket.once('close', () => resolve()))

const portOf = (address: string): number => Number(address.split(':')[1])

async function connect(address: string, secure: boolean): Promise<net.Socket> {
  const target = { host: '127.0.0.1', port: portOf(address) }
  const socket = secure ? tls.connect({ ...target, rejectUnauthorized: false }) : net.connect(target)
  socket.on('error', () => {})
  await new Promise<void>(resolve => socket.once(secure ? 'secureConnect' : 'connect', () => resolve()))
  return socket
}

/** Lets the event loop turn until something holds. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i === 10_000) throw new Error(`This did not come to hold: ${holds.toString()}`)
    await settle(1)
  }
}

describe('stop()', () => {
  it('ends everything, whatever waits: polls, joins, held and delayed requests, silence, TLS, SASL, sessions', async () => {
    const before = await handles()
    const clock = new ManualClock()
    const { key, cert } = makeCertificate({ name: 'broker' })
    const sasl = { users: { ann: 'secret' } }
    const kafka = await EmbeddedKafka.start({
      clock,
      brokers: 2,
      topics: [{ topic: 't' }],
      listeners: [{}, { protocol: 'SSL', tls: { key, cert } }, { protocol: 'SASL_SSL', tls: { key, cert }, sasl }],
      configs: { 'connections.max.reauth.ms': '100000', 'group.initial.rebalance.delay.ms': '3000' }
    })
    const { laboratory } = kafka
    laboratory.moveCoordinator('group', 'g', 1)
    const sockets: net.Socket[] = []
    const client = async (listener: string): Promise<WireClient> => {
      const socket = await connect(kafka.brokersOf(listener)[0], listener !== 'PLAINTEXT')
      sockets.push(socket)
      return WireClient.on(socket)
    }
    const [poll, join, held, heldAnswer, late, lateAnswer, silent] = await Promise.all(
      ['PLAINTEXT', 'SSL', 'PLAINTEXT', 'SSL', 'PLAINTEXT', 'SSL', 'SSL'].map(client)
    )
    const known = await client('SASL_SSL')
    await known.send(saslHandshakeApi, 1, { mechanism: 'PLAIN' })
    await known.send(saslAuthenticateApi, 2, { authBytes: Buffer.from('\0ann\0secret') })
    const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 100 }] }]
    const wanted = { topics: [{ name: 't' }] }
    const faults = [
      laboratory.hold({ api: 'Metadata', times: 1 }),
      laboratory.hold({ api: 'Metadata', times: 1 }, 'answer'),
      laboratory.delay({ api: 'Metadata', times: 1 }, { performAfterMs: 60_000 }),
      laboratory.delay({ api: 'Metadata', times: 1 }, { answerAfterMs: 60_000 }),
      laboratory.silence({ api: 'Metadata' })
    ]
    const failures: Promise<unknown>[] = []
    const expectEnd = (answer: Promise<unknown>): void => void failures.push(expect(answer).rejects.toThrow('closed'))
    const groups = {
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      memberId: '',
      protocolType: 'consumer',
      protocols: [{ name: 'p' }]
    }
    // Version 3 asks for no member id first: the join waits for the group at once.
    expectEnd(join.send(joinGroupApi, 3, { groupId: 'g', ...groups, protocols: [{ name: 'p', metadata: Buffer.alloc(6) }] }))
    expectEnd(poll.send(fetchApi, 12, { maxWaitMs: 60_000, minBytes: 1, topics }))
    for (const [i, one] of [held, heldAnswer, late, lateAnswer, silent].entries()) {
      expectEnd(one.send(metadataApi, 12, wanted))
      await until(() => faults[i].fired > 0)
    }
    const quiet = laboratory.silenceConnections('tls')
    const noHandshake = net.connect({ host: '127.0.0.1', port: portOf(kafka.brokersOf('SSL')[0]) })
    noHandshake.on('error', () => {})
    sockets.push(noHandshake)
    await until(() => quiet.fired > 0 && kafka.requests.find({ api: 'JoinGroup' }).length > 0)
    const ends = Promise.all(sockets.map(closed))
    await kafka.stop()
    expect(clock.pending).toBe(0)
    await Promise.all([ends, ...failures])
    laboratory.clear()
    await clock.advance(100_000)
    expect(await handles()).toEqual(before)
    expect(kafka.problems).toEqual([])
  })

  it('lets nothing in memory wait for ever', async () => {
    const clock = new ManualClock()
    const kafka = await EmbeddedKafka.start({ clock, memory: true, topics: [{ topic: 't' }] })
    const held = kafka.laboratory.hold({ api: 'Metadata' })
    const socket = kafka.socketFactory({ host: '127.0.0.1', port: portOf(kafka.brokers[0]), onConnect: () => {} })
    const answer = WireClient.on(socket).send(metadataApi, 12, { topics: null })
    await until(() => held.held > 0)
    const failure = expect(answer).rejects.toThrow('closed')
    await kafka.stop()
    await failure
    expect(socket.destroyed).toBe(true)
    expect(clock.pending).toBe(0)
    const refused = kafka.socketFactory({ host: '127.0.0.1', port: portOf(kafka.brokers[0]), onConnect: () => {} })
    const error = await new Promise(resolve => refused.once('error', resolve))
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('while a broker comes back leaves it down, and nothing revives it after', async () => {
    const before = await handles()
    const kafka = await EmbeddedKafka.start({ brokers: 2, topics: [{ topic: 't', replicaAssignment: [[2, 1]] }] })
    await kafka.kill(1)
    const revived = kafka.revive(1)
    await kafka.stop()
    await revived
    expect(await handles()).toEqual(before)
    await expect(kafka.revive(1)).rejects.toThrow(new KafkaUsageError('The cluster has been stopped; start another one'))
    await kafka.stop()
    expect(await handles()).toEqual(before)
  })

  it('and kill and revive may come in any order and number, without waiting for each other', async () => {
    const before = await handles()
    const kafka = await EmbeddedKafka.start({ brokers: 2, topics: [{ topic: 't' }] })
    const [address] = kafka.brokers
    await Promise.all([kafka.kill(1), kafka.revive(1), kafka.revive(1), kafka.kill(1), kafka.kill(1), kafka.revive(1)])
    expect(kafka.brokers[0]).toBe(address)
    const client = await WireClient.connect(address)
    expect((await client.send(metadataApi, 12, { topics: null })).brokers).toHaveLength(2)
    client.close()
    await Promise.all([kafka.stop(), kafka.kill(2), kafka.stop()])
    expect(await handles()).toEqual(before)
    expect(kafka.problems).toEqual([])
  })
})

describe('start()', () => {
  it('on a port that is taken says what to do, and leaves nothing open', async () => {
    const first = await EmbeddedKafka.start()
    const before = await handles()
    const port = portOf(first.brokers[0])
    const started = EmbeddedKafka.start({ listeners: [{ name: 'A' }, { name: 'B', port }] })
    await expect(started).rejects.toBeInstanceOf(KafkaConfigError)
    await expect(started).rejects.toMatchObject({
      option: 'listeners[1].port',
      reason: `${port} is taken; choose another, or 0 for a free one`
    })
    expect(await handles()).toEqual(before)
    await first.stop()
    const second = await EmbeddedKafka.start({ listeners: [{ port }] })
    expect(second.brokers).toEqual([`127.0.0.1:${port}`])
    await second.stop()
  })

  it('again, of a broker whose port was taken meanwhile, says so and leaves it down; later it comes back', async () => {
    const kafka = await EmbeddedKafka.start({ brokers: 2, topics: [{ topic: 't', replicaAssignment: [[1, 2]] }] })
    const port = portOf(kafka.brokers[0])
    await kafka.kill(1)
    const other = net.createServer()
    await new Promise<void>(resolve => other.listen(port, '127.0.0.1', resolve))
    await expect(kafka.revive(1)).rejects.toThrow(`${port} is taken`)
    const { state } = kafka.laboratory.partition('t', 0)
    expect(state.isr).toEqual([2])
    await new Promise(resolve => other.close(resolve))
    await kafka.revive(1)
    expect(state.isr).toEqual([1, 2])
    await kafka.stop()
  })

  it('of several clusters at once gives each its own brokers, topics and groups', async () => {
    const all = await Promise.all(
      [0, 1, 2, 3, 4].map(i => EmbeddedKafka.start({ memory: i % 2 === 1, brokers: 1 + (i % 3), topics: [{ topic: `topic-${i}` }] }))
    )
    for (const [i, kafka] of all.entries()) {
      const [address] = kafka.brokers
      const inMemory = (): WireClient => WireClient.on(kafka.socketFactory({ host: '', port: portOf(address), onConnect: () => {} }))
      const client = i % 2 === 1 ? inMemory() : await WireClient.connect(address)
      const { topics, brokers, clusterId } = await client.send(metadataApi, 12, { topics: null })
      expect([topics.map(({ name }) => name), brokers.length, clusterId]).toEqual([[`topic-${i}`], 1 + (i % 3), kafka.cluster.clusterId])
      client.close()
    }
    expect(new Set(all.map(({ cluster }) => cluster.clusterId)).size).toBe(5)
    await Promise.all(all.map(kafka => kafka.stop()))
    for (const kafka of all) expect([kafka.problems, kafka.requests.count]).toEqual([[], 1])
  })
})
