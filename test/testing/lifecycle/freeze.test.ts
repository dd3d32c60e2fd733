import { metadataApi } from '../../../src/protocol/generated/metadata'
import { EmbeddedKafka } from '../../../src/testing'
import { settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'

describe.each([true, false])('a frozen broker (memory: %p)', memory => {
  let kafka: EmbeddedKafka
  const clients: WireClient[] = []

  beforeEach(async () => {
    kafka = await EmbeddedKafka.start({ brokers: 2, memory, topics: [{ topic: 't', replicaAssignment: [[1, 2]] }] })
  })

  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await kafka.stop()
    expect(kafka.problems).toEqual([])
  })

  async function connect(nodeId: number): Promise<WireClient> {
    const address = kafka.brokers[nodeId - 1]
    const [host, port] = address.split(':')
    const inMemory = (): WireClient => WireClient.on(kafka.socketFactory({ host, port: Number(port), onConnect: () => {} }))
    const client = memory ? inMemory() : await WireClient.connect(address)
    clients.push(client)
    return client
  }

  const ask = async (client: WireClient): Promise<{ leader: number | undefined; brokers: number[] }> => {
    const { topics, brokers } = await client.send(metadataApi, 9, { topics: [{ name: 't' }], allowAutoTopicCreation: false })
    return { leader: topics[0]?.partitions[0]?.leaderId, brokers: brokers.map(({ nodeId }) => nodeId) }
  }

  it('says nothing on any connection, the others go on without it, and it answers when it thaws', async () => {
    const before = await connect(1)
    expect(await ask(before)).toEqual({ leader: 1, brokers: [1, 2] })
    kafka.freeze(1)
    const answers: unknown[] = []
    const pending = [ask(before), connect(1).then(ask)]
    for (const answer of pending) void answer.then(one => answers.push(one))
    expect(await ask(await connect(2))).toEqual({ leader: 2, brokers: [2] })
    await settle(20)
    expect(answers).toEqual([])
    kafka.thaw(1)
    expect(await Promise.all(pending)).toEqual([
      { leader: 2, brokers: [1, 2] },
      { leader: 2, brokers: [1, 2] }
    ])
  })

  it('keeps what it has been asked and has not answered', async () => {
    const held = kafka.laboratory.hold({ api: 'Metadata', nodeId: 1 })
    const pending = ask(await connect(1))
    let isAnswered = false
    void pending.finally(() => {
      isAnswered = true
    })
    while (held.held === 0) await settle(1)
    kafka.freeze(1)
    held.remove()
    await settle(20)
    expect(isAnswered).toBe(false)
    kafka.thaw(1)
    expect(await pending).toMatchObject({ leader: 2 })
  })

  it('can be killed and comes back as another that is killed does', async () => {
    const client = await connect(1)
    await ask(client)
    kafka.freeze(1)
    const pending = ask(client)
    await kafka.kill(1)
    await expect(pending).rejects.toThrow('closed')
    await kafka.revive(1)
    expect(await ask(await connect(1))).toEqual({ leader: 2, brokers: [1, 2] })
  })
})
