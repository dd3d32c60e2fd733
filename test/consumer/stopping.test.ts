import { errorCodes } from '../../src/errors/error-table'
import type { Consumer, EachMessagePayload } from '../../src/types/consumer'
import { deferred } from '../../src/utils/deferred'
import { ConsumerLab, running } from './support/consumer-lab'

let lab: ConsumerLab

beforeEach(async () => {
  lab = await ConsumerLab.start({ topics: [{ topic: 'topic', numPartitions: 1 }] })
})

afterEach(() => lab.stop())

/** What happens to a consumer, by the names of its events. */
function events(consumer: Consumer): string[] {
  const names: string[] = []
  for (const name of ['consumer.stop', 'consumer.disconnect', 'consumer.crash'] as const)
    consumer.on(name, ({ type }: { type: string }) => names.push(type))
  return names
}

const left = (): number => lab.requests('LeaveGroup').length

describe('stop and disconnect', () => {
  it('leave the group at once when the consumer is idle, whatever long poll is out (K10)', async () => {
    const consumer = lab.consumer({ maxWaitTimeInMs: 60_000 })
    await running(lab, consumer, { eachMessage: async () => {} })
    await lab.pass(5000)
    const at = lab.clock.now()
    await lab.settled(consumer.disconnect())
    expect(lab.clock.now() - at).toBeLessThan(100)
    expect(left()).toBe(1)
  })

  it('wait for the message that is being handled, hand out no other, and commit it', async () => {
    await lab.sendNumbers('topic', 10)
    const isFree = deferred()
    let seen = 0
    const consumer = lab.consumer()
    const eachMessage = async (): Promise<void> => {
      if (++seen === 3) await isFree.promise
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => seen === 3)
    let isOver = false
    const stopped = consumer.stop().finally(() => {
      isOver = true
    })
    await lab.pass(5000)
    expect(isOver).toBe(false)
    isFree.resolve()
    await lab.settled(stopped)
    expect(seen).toBe(3)
    expect(lab.committed('topic')).toBe(3)
    expect(left()).toBe(1)
  })

  // The heartbeat says that the group rebalances while a handler runs; the consumer is stopped; the handler ends. To join now would end the
  // generation in which what it has done can be committed, and the next owner would get it once more.
  it('amid a rebalance commit what is done and leave, and do not join first', async () => {
    await lab.sendNumbers('topic', 10)
    const isFree = deferred()
    let seen = 0
    const consumer = lab.consumer({ heartbeatInterval: 500 })
    const eachMessage = async (): Promise<void> => {
      if (++seen === 3) await isFree.promise
    }
    const isRebalancing = new Promise<void>(resolve => void consumer.on('consumer.rebalancing', () => resolve()))
    await running(lab, consumer, { eachMessage })
    await lab.until(() => seen === 3)
    lab.kafka.laboratory.fail({ api: 'Heartbeat', times: 1 }, errorCodes.REBALANCE_IN_PROGRESS)
    await lab.settled(isRebalancing)
    const joins = lab.requests('JoinGroup').length
    // A commit that is slow enough for a join to overtake it.
    lab.kafka.laboratory.delay({ api: 'OffsetCommit' }, { performAfterMs: 1000 })
    const stopped = consumer.stop()
    await lab.pass(100)
    isFree.resolve()
    await lab.settled(stopped)
    expect(lab.requests('JoinGroup')).toHaveLength(joins)
    expect(lab.committed('topic')).toBe(3)
    expect(left()).toBe(1)
  })

  it('say good-bye for a short time only, also when nobody knows the coordinator', async () => {
    const consumer = lab.consumer()
    await running(lab, consumer, { eachMessage: async () => {} })
    lab.kafka.laboratory.fail({ api: 'Heartbeat' }, errorCodes.NOT_COORDINATOR)
    lab.kafka.laboratory.silence({ api: 'FindCoordinator' })
    await lab.pass(10_000)
    const at = lab.clock.now()
    await lab.settled(consumer.disconnect())
    expect(lab.clock.now() - at).toBeLessThanOrEqual(5005)
  })

  it('come to an end although a handler never does', async () => {
    await lab.sendNumbers('topic', 1)
    let isHanging = false
    const consumer = lab.consumer({ rebalanceTimeout: 30_000 })
    const eachMessage = (): Promise<void> => {
      isHanging = true
      return new Promise(() => {})
    }
    await running(lab, consumer, { eachMessage })
    await lab.until(() => isHanging)
    const at = lab.clock.now()
    await lab.settled(consumer.disconnect())
    expect(lab.clock.now() - at).toBeLessThan(35_000)
    expect(lab.committed('topic')).toBe(-1)
    expect(left()).toBe(1)
  })

  type Call = (consumer: Consumer) => Promise<void>
  it.each<[string, Call]>([
    ['stop in a handler', consumer => consumer.stop()],
    ['disconnect in a handler', consumer => consumer.disconnect()],
    ['both in a handler', async consumer => void (await Promise.all([consumer.stop(), consumer.disconnect()]))],
    [
      'disconnect in a handler, after it has waited for something, in a function of its own',
      async consumer => {
        const inner = async (): Promise<void> => {
          await new Promise(resolve => setImmediate(resolve))
          await consumer.disconnect()
        }
        await inner()
      }
    ]
  ])('%s: the handler ends, then the consumer does, with its message committed (K10)', async (_, call) => {
    await lab.sendNumbers('topic', 10)
    for (const kind of ['eachMessage', 'eachBatch'] as const) {
      const consumer = lab.consumer({ groupId: kind })
      const names = events(consumer)
      let handled = 0
      const handler = async (): Promise<void> => {
        await call(consumer)
        handled++
      }
      const at = lab.clock.now()
      await running(lab, consumer, { [kind]: handler })
      await lab.until(() => names.includes('consumer.stop'))
      expect(handled).toBe(1)
      expect(lab.clock.now() - at).toBeLessThan(5000)
      expect(lab.committed('topic', 0, kind)).toBe(kind === 'eachMessage' ? 1 : 10)
      expect(names).not.toContain('consumer.crash')
    }
    expect(left()).toBe(2)
  })

  it('may be called twice, together and one after the other', async () => {
    const consumer = lab.consumer()
    const names = events(consumer)
    await running(lab, consumer, { eachMessage: async () => {} })
    await lab.settled(Promise.all([consumer.disconnect(), consumer.disconnect(), consumer.stop()]))
    await lab.settled(consumer.disconnect())
    expect(names.filter(name => name === 'consumer.stop')).toHaveLength(1)
    expect(left()).toBe(1)
  })

  it('before run() resolves: run() resolves, and nothing is consumed (kjs#1639)', async () => {
    await lab.sendNumbers('topic', 1)
    const seen: string[] = []
    const consumer = lab.consumer()
    const names = events(consumer)
    await lab.settled(consumer.connect())
    await lab.settled(consumer.subscribe({ topic: 'topic', fromBeginning: true }))
    const fault = lab.kafka.laboratory.add({ api: 'JoinGroup' }, () => ({ performAfterMs: 20_000 }))
    const run = consumer.run({ eachMessage: async ({ message }: EachMessagePayload) => void seen.push(String(message.value)) })
    await lab.until(() => fault.fired > 0)
    await lab.settled(consumer.disconnect())
    await lab.settled(run)
    await lab.pass(60_000)
    expect(seen).toEqual([])
    expect(names).toEqual(['consumer.stop', 'consumer.disconnect'])
  })

  it('let run() be called again, which goes on where the group is', async () => {
    await lab.sendNumbers('topic', 5)
    const consumer = lab.consumer()
    const first: string[] = []
    const second: string[] = []
    await running(lab, consumer, { eachMessage: async ({ message }: EachMessagePayload) => void first.push(String(message.value)) })
    await lab.until(() => first.length === 5)
    await lab.settled(consumer.stop())
    await lab.sendNumbers('topic', 5, { from: 5 })
    await lab.settled(consumer.run({ eachMessage: async ({ message }: EachMessagePayload) => void second.push(String(message.value)) }))
    await lab.until(() => second.length === 5)
    expect(second).toEqual(['5', '6', '7', '8', '9'])
    await lab.settled(consumer.disconnect())
    await lab.settled(consumer.run({ eachMessage: async () => {} }))
  })
})

describe('with real sockets', () => {
  beforeEach(async () => {
    await lab.stop()
    lab = await ConsumerLab.start({ memory: false, topics: [{ topic: 'topic', numPartitions: 1 }] })
  })

  it('while brokers are away come to an end in bounded time', async () => {
    await lab.sendNumbers('topic', 10)
    let seen = 0
    const consumer = lab.consumer()
    await running(lab, consumer, { eachMessage: async () => void seen++ })
    await lab.until(() => seen === 10)
    await lab.kafka.kill(1)
    await lab.pass(2000)
    const at = lab.clock.now()
    await lab.settled(consumer.disconnect())
    expect(lab.clock.now() - at).toBeLessThan(15_000)
    await lab.kafka.revive(1)
  })
})
