import { errorCodes } from '../../src/errors/error-table'
import { connected, disconnectAll, LogStory, settleWith, until } from '../producer/support'

// KafkaJS remembers which brokers have answered a call. A dies while its partitions are on their way, B has answered about its own; by the
// time of the retry B leads A's partitions as well, but B "has answered": those records are never sent, and `send` resolves.
// (tulios/kafkajs#1303; case K26 of the field notes)
describe('a broker that dies while others have answered', () => {
  let logs: LogStory

  beforeEach(async () => {
    logs = await LogStory.start(2, { t: [1, 1, 2] })
  })

  afterEach(async () => {
    await disconnectAll()
    await logs.stop()
  })

  it.each(['close', 'reset'] as const)('costs no record and doubles none (%s)', async how => {
    const { producer, clock } = await connected(logs)
    const onB: number[] = []
    logs.hook = async (request, context, perform) => {
      if (context.broker.nodeId === 1) {
        context[how]()
        // Its partitions move while the producer waits before it tries again.
        logs.setLeaders('t', [2, 2, 2])
        await logs.story.broker(1).goAway()
      } else onB.push(...request.topicData.flatMap(({ partitionData }) => partitionData.map(({ index }) => index)))
      return perform()
    }
    const messages = Array.from({ length: 60 }, (_, i) => ({ value: `v${i}` }))
    const results = await settleWith(clock, producer.send({ topic: 't', messages }))

    const errorCodesByPartition = new Map(results.map(({ partition, errorCode }) => [partition, errorCode]))
    expect(results).toHaveLength(3)
    expect(errorCodesByPartition).toEqual(new Map([0, 1, 2].map(partition => [partition, 0])))
    const stored = [0, 1, 2].flatMap(partition => logs.values('t', partition))
    expect(stored.toSorted()).toEqual(messages.map(({ value }) => value).toSorted())
    // Each stays on the partition that was chosen for it, 20 on each, and in order.
    for (const partition of [0, 1, 2]) {
      const numbers = logs.values('t', partition).map(value => Number(value.slice(1)))
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => numbers[0] + 3 * i))
    }
    expect(new Set(onB)).toEqual(new Set([0, 1, 2]))
    expect(onB).toHaveLength(3)
  })

  it('lets the call wait for every partition: it is not done when the other broker is', async () => {
    const { producer, clock } = await connected(logs)
    let moved = false
    logs.hook = (_request, context, perform) =>
      context.broker.nodeId === 1 && !moved
        ? {
            responses: _request.topicData.map(({ name, topicId, partitionData }) => ({
              name,
              topicId,
              partitionResponses: partitionData.map(({ index }) => ({ index, errorCode: errorCodes.NOT_LEADER_OR_FOLLOWER }))
            }))
          }
        : perform()
    let isOver = false
    const messages = [0, 1, 2].map(partition => ({ partition, value: `p${partition}` }))
    const sending = producer.send({ topic: 't', messages }).finally(() => {
      isOver = true
    })
    await until(() => logs.values('t', 2).length === 1)
    await clock.advance(5_000)
    expect(isOver).toBe(false)
    moved = true
    logs.setLeaders('t', [2, 2, 2])
    const results = await settleWith(clock, sending)
    expect(results).toHaveLength(3)
    for (const partition of [0, 1, 2]) expect(logs.values('t', partition)).toEqual([`p${partition}`])
  })
})
