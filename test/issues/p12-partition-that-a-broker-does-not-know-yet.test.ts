import { ClientLab, sendOne } from '../scenarios/support/client-lab'

// Brokers hear of new partitions one after the other. Who names one right after it was made, and asks a broker that has not heard of it,
// must not be told that it does not exist. (scenario P12; franz-go 1.21.4)
describe('a partition that has just been added', () => {
  let lab: ClientLab

  beforeEach(async () => {
    lab = await ClientLab.start({ brokers: 3, topics: [{ topic: 't', replicaAssignment: [[1], [2]] }] })
  })

  afterEach(() => lab.stop())

  it('is found though two brokers of three do not know it yet', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const views = [1, 2].map(nodeId => lab.laboratory.metadata.omitPartition('t', 1, { nodeId }))
    const another = await lab.producer()
    await lab.settled(sendOne(another, 't', 'b', 1))
    expect(views.reduce((sum, { fired }) => sum + fired, 0)).toBeGreaterThan(0)
    expect(lab.values('t', 1)).toEqual(['b'])
  })

  it('is found when the news come to the broker within a second', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const view = lab.laboratory.metadata.omitPartition('t', 1)
    const another = await lab.producer()
    const sending = sendOne(another, 't', 'b', 1)
    await lab.pass(900)
    view.remove()
    await lab.settled(sending)
    expect(lab.values('t', 1)).toEqual(['b'])
  })

  it('that nobody ever hears of is an error soon', async () => {
    const producer = await lab.producer()
    await lab.settled(sendOne(producer, 't', 'a'))
    const before = lab.clock.now()
    expect(await lab.rejection(sendOne(producer, 't', 'b', 7))).toMatchObject({ name: 'KafkaUsageError', outcome: 'not-applied' })
    expect(lab.clock.now() - before).toBeLessThan(5000)
  })
})
