import net from 'node:net'
import type { Cluster } from '../../../src/cluster/cluster'
import { KafkaJSConnectionError, KafkaJSSASLAuthenticationError } from '../../../src/errors/connection-errors'
import { KafkaJSNumberOfRetriesExceeded } from '../../../src/errors/kafkajs-error'
import { KafkaClosedError } from '../../../src/errors/usage-errors'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { saslAuthenticateApi } from '../../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../src/protocol/generated/sasl-handshake'
import { ScriptedBroker, noReply } from '../../support/scripted-broker'
import { Story, addressOf, logged, makeCluster, rejection, topicOf, until } from '../support'

let story: Story
const clusters: Cluster[] = []

function make(...args: Parameters<typeof makeCluster>): ReturnType<typeof makeCluster> {
  const made = makeCluster(...args)
  clusters.push(made.cluster)
  return made
}

/** An address on which nobody listens. */
async function deadAddress(): Promise<string> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise(resolve => server.close(resolve))
  return `127.0.0.1:${port}`
}

beforeEach(async () => {
  story = await Story.start(3)
  story.topics = [topicOf('t', [1, 2, 3])]
})

afterEach(async () => {
  await Promise.all(clusters.splice(0).map(cluster => cluster.close()))
  await story.stop()
})

describe('Cluster.connect', () => {
  it('learns the cluster from a seed and keeps no connection to it; close leaves nothing behind', async () => {
    const { cluster, clock } = make({ brokers: story.addresses })
    await cluster.connect()
    expect(cluster.isConnected()).toBe(true)
    expect(cluster.metadata.brokers()).toEqual(story.brokers.map(({ node }) => node))
    await until(() => story.brokers.every(broker => broker.connectionsOpen === 0))
    await cluster.send(2, 'general', metadataApi, { topics: [] })
    expect(story.broker(2).connectionsOpen).toBe(1)
    await cluster.close()
    await until(() => story.broker(2).connectionsOpen === 0)
    expect(clock.pending).toBe(0)
    expect(cluster.isConnected()).toBe(false)
  })

  it('goes on to the next seed at once when one refuses', async () => {
    const { cluster } = make({ brokers: [await deadAddress(), addressOf(story.broker(1))] }, { random: () => 0 })
    await cluster.connect()
    expect(cluster.metadata.brokers()).toHaveLength(3)
  })

  it('asks the next seed after a second when one accepts the connection and then is silent', async () => {
    const hung = await ScriptedBroker.start()
    hung.deliver = () => undefined
    hung.on(metadataApi, () => noReply)
    const { cluster, clock } = make({ brokers: [addressOf(hung), addressOf(story.broker(1))] }, { random: () => 0 })
    const connecting = cluster.connect()
    await hung.waitForRequests(1)
    await clock.advance(999)
    expect(story.metadataRequests).toBe(0)
    await clock.advance(1)
    await connecting
    expect(story.metadataRequests).toBe(1)
    await until(() => hung.connectionsOpen === 0)
    await hung.stop()
  })

  it('begins with another seed the next time', async () => {
    const { cluster } = make({ brokers: story.addresses }, { random: () => 0 })
    for (const id of [1, 2, 3, 1]) {
      const before = story.broker(id).requestsOf(metadataApi).length
      await cluster.connect()
      await cluster.close()
      expect(story.broker(id).requestsOf(metadataApi)).toHaveLength(before + 1)
    }
  })

  it('tells the errors of all seeds when it gives up', async () => {
    const brokers = [await deadAddress(), await deadAddress()]
    const { cluster, clock, lines } = make({ brokers, retry: { retries: 2 } })
    const result = rejection<KafkaJSNumberOfRetriesExceeded>(cluster.connect())
    for (const count of [1, 2]) {
      await logged(lines, 'debug Connecting failed', count)
      await clock.advance(700)
    }
    const error = await result
    expect(error).toBeInstanceOf(KafkaJSNumberOfRetriesExceeded)
    expect(error.retryCount).toBe(2)
    const cause = error.cause as KafkaJSConnectionError
    expect(cause).toBeInstanceOf(KafkaJSConnectionError)
    expect(cause.code).toBe('ECONNREFUSED')
    for (const broker of brokers) expect(error.message).toContain(broker)
    expect((cause.cause as unknown as AggregateError).errors).toHaveLength(2)
    expect(cluster.isConnected()).toBe(false)
    expect(clock.pending).toBe(0)
  })

  it('passes on the error of an only seed as it is', async () => {
    const broker = await deadAddress()
    const { cluster } = make({ brokers: [broker], retry: { retries: 0 } })
    const { cause } = await rejection<KafkaJSNumberOfRetriesExceeded>(cluster.connect())
    expect(cause).toBeInstanceOf(KafkaJSConnectionError)
    expect(cause).toMatchObject({ broker, code: 'ECONNREFUSED' })
  })

  it('does not try wrong credentials on one broker after the other, nor again', async () => {
    for (const broker of story.brokers) {
      broker.on(saslHandshakeApi, () => ({ errorCode: 0, mechanisms: ['PLAIN'] }))
      broker.on(saslAuthenticateApi, () => ({ errorCode: 58, errorMessage: 'Authentication failed' }))
    }
    const { cluster } = make({ brokers: story.addresses, sasl: { mechanism: 'plain', username: 'u', password: 'p' } })
    expect(await rejection(cluster.connect())).toBeInstanceOf(KafkaJSSASLAuthenticationError)
    expect(story.brokers.flatMap(broker => broker.requestsOf(saslAuthenticateApi))).toHaveLength(1)
  })

  it('calls the brokers function for each try, and once connected again only for the next connect', async () => {
    const dead = await deadAddress()
    const answers = [[dead], [dead], story.addresses, story.addresses]
    const brokers = jest.fn(async () => answers.shift() ?? [])
    const { cluster, clock, lines } = make({ brokers })
    const connecting = cluster.connect()
    for (const count of [1, 2]) {
      await logged(lines, 'debug Connecting failed', count)
      await clock.advance(700)
    }
    await connecting
    const refreshed = cluster.requestMetadataUpdate()
    await clock.advance(200)
    await refreshed
    expect(brokers).toHaveBeenCalledTimes(3)
    await cluster.close()
    await cluster.connect()
    expect(brokers).toHaveBeenCalledTimes(4)
  })

  it('passes over a broker that starts up and does not know of any broker yet', async () => {
    const early = await ScriptedBroker.start()
    early.on(metadataApi, () => ({ brokers: [] }))
    const { cluster } = make({ brokers: [addressOf(early), addressOf(story.broker(1))] }, { random: () => 0 })
    await cluster.connect()
    expect(cluster.metadata.brokers()).toHaveLength(3)
    await early.stop()
  })

  it('shares one attempt among callers, and can be closed in the middle of it', async () => {
    const { cluster, clock, lines } = make({ brokers: [await deadAddress()], retry: { retries: 1_000 } })
    const both = [rejection(cluster.connect()), rejection(cluster.connect())]
    await logged(lines, 'debug Connecting failed')
    await cluster.close()
    for (const result of both) expect(await result).toBeInstanceOf(KafkaClosedError)
    expect(clock.pending).toBe(0)
    expect(lines.filter(line => line.startsWith('debug Connecting failed'))).toHaveLength(1)
  })

  it('stays closed when it is closed again before it could begin anew', async () => {
    const { cluster } = make({ brokers: story.addresses })
    await cluster.connect()
    const closing = cluster.close()
    const connecting = rejection(cluster.connect())
    await cluster.close()
    await closing
    expect(await connecting).toBeInstanceOf(KafkaClosedError)
    expect(cluster.isConnected()).toBe(false)
    expect(story.metadataRequests).toBe(1)
  })

  it('tries again when a seed can never be of use but another one may come up', async () => {
    const old = await Story.start(1, { versions: { Metadata: [0, 3] } })
    const broker = story.broker(1)
    await broker.goAway()
    const { cluster, clock, lines } = make({ brokers: [...old.addresses, addressOf(broker)] })
    const connecting = cluster.connect()
    await logged(lines, 'debug Connecting failed')
    await broker.comeBack()
    await clock.advance(300)
    await connecting
    await old.stop()
  })

  it('refuses work while it is not connected, with one typed error', async () => {
    const { cluster } = make({ brokers: story.addresses })
    const attempts = [
      cluster.retry('x', async () => 1),
      cluster.send(1, 'general', metadataApi, {}),
      cluster.fetchTopics(null),
      cluster.coordinator('group', 'g'),
      cluster.awaitTopic('t')
    ]
    for (const attempt of attempts) expect(await rejection(attempt)).toBeInstanceOf(KafkaClosedError)
  })
})
