import { ClientLab, sendOne } from '../scenarios/support/client-lab'

// A broker that is cut off from the controller goes on answering Metadata, with leaders of long ago. A client that asks the broker to which
// it has a connection already asks that one for ever, and its records expire. (case T20 of the field notes)
describe('a broker that lags behind', () => {
  let lab: ClientLab

  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 't', replicaAssignment: [[1, 2, 3]] }] })
    lab.laboratory.leaderHints = false
  })

  afterEach(() => lab.stop())

  it('is not the only one to be asked, though it is the only one with a connection', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    for (const nodeId of [1, 2]) lab.laboratory.metadata.freeze(nodeId)
    lab.laboratory.partition('t', 0).moveLeader(3)
    await lab.settled(sendOne(producer, 't', 'b'))
    expect(lab.values('t')).toEqual(['a', 'b'])
  })

  it('does not keep an admin client from the offsets of a partition', async () => {
    const admin = await lab.admin()
    await lab.settled(admin.fetchTopicOffsets('t'))
    for (const nodeId of [1, 2]) lab.laboratory.metadata.freeze(nodeId)
    lab.laboratory.partition('t', 0).moveLeader(3)
    const offsets = await lab.settled(admin.fetchTopicOffsets('t'))
    expect(offsets).toEqual([{ partition: 0, offset: '0', high: '0', low: '0' }])
  })

  it('costs no connections to others as long as nobody misses anything', async () => {
    const producer = await lab.producer({ metadataMaxAge: 1000 })
    await lab.settled(sendOne(producer, 't', 'a'))
    const from = lab.requests('Metadata').length
    await lab.pass(20_000)
    const asked = lab.requests('Metadata').slice(from)
    expect(asked.length).toBeGreaterThan(10)
    expect(new Set(asked.map(({ nodeId }) => nodeId)).size).toBe(1)
  })
})
