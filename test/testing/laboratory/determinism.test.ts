import { Cluster } from '../../../src/cluster/cluster'
import { resolveClientConfig } from '../../../src/config/client-config'
import { resolveConsumerConfig } from '../../../src/config/consumer-config'
import { resolveProducerConfig } from '../../../src/config/producer-config'
import { createConsumer } from '../../../src/consumer/consumer'
import { type ClientKind, InstrumentationEmitter } from '../../../src/instrumentation/emitter'
import { createLogger } from '../../../src/instrumentation/logger'
import { createProducer } from '../../../src/producer/producer'
import { EmbeddedKafka, type LoggedRequest } from '../../../src/testing'
import type { Consumer } from '../../../src/types/consumer'
import type { Producer } from '../../../src/types/producer'
import { ManualClock } from '../../support/manual-clock'

/** A generator of numbers that looks random and always gives the same ones: waits of clients are spread by chance. */
function dice(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 0x7fffffff
    return state / 0x7fffffff
  }
}

/** A producer and a consumer whose time, like the brokers', is `clock`'s. */
function clients(kafka: EmbeddedKafka, clock: ManualClock): { producer: Producer; consumer: Consumer } {
  const config = resolveClientConfig({ brokers: kafka.brokers, socketFactory: kafka.socketFactory as never, clientId: 'same' })
  const logger = createLogger({ logCreator: () => () => {} })
  const { requestTimeoutMs } = config
  const parts = (
    kind: ClientKind,
    { metadataMaxAgeMs, allowAutoTopicCreation }: { metadataMaxAgeMs: number; allowAutoTopicCreation: boolean }
  ) => {
    const instrumentation = new InstrumentationEmitter(kind, logger)
    const cluster = new Cluster({ config, clock, logger, instrumentation, metadataMaxAgeMs, allowAutoTopicCreation })
    return { cluster, clock, instrumentation, logger, requestTimeoutMs }
  }
  const ofProducer = resolveProducerConfig({}, config)
  const ofConsumer = resolveConsumerConfig({ groupId: 'g', sessionTimeout: 10_000 }, config)
  return {
    producer: createProducer({ ...parts('producer', ofProducer), config: ofProducer }),
    consumer: createConsumer({ ...parts('consumer', ofConsumer), config: ofConsumer })
  }
}

/** Sends and reads while brokers, leaders and coordinators go wrong; returns what the brokers were asked, and what was read. */
async function session(): Promise<{ log: LoggedRequest[]; values: string[] }> {
  jest.spyOn(Math, 'random').mockImplementation(dice())
  const clock = new ManualClock()
  const kafka = await EmbeddedKafka.start({
    brokers: 3,
    memory: true,
    clock,
    clusterId: 'AAAAAAAAAAAAAAAAAAAAAg',
    topics: [{ topic: 't', numPartitions: 3 }]
  })
  const { laboratory } = kafka
  const { producer, consumer } = clients(kafka, clock)
  const values: string[] = []
  const until = async (holds: () => boolean): Promise<void> => {
    for (let i = 0; !holds(); i++) {
      if (i === 20_000) throw new Error(`In 200 s this did not come to hold: ${holds.toString()}`)
      await clock.advance(10)
    }
  }
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    promise.then(over, over)
    await until(() => isOver)
    return promise
  }
  const send = (from: number): Promise<unknown> =>
    settled(producer.send({ topic: 't', messages: [0, 1, 2].map(partition => ({ partition, value: String(from + partition) })) }))
  await settled(producer.connect())
  await settled(consumer.connect())
  await settled(consumer.subscribe({ topics: ['t'], fromBeginning: true }))
  await settled(consumer.run({ eachMessage: async ({ message }) => void values.push(String(message.value)) }))
  await send(0)
  await until(() => values.length === 3)
  const faults = [
    laboratory.fail({ api: 'Produce', times: 2 }, 6),
    laboratory.refuse({ api: 'Fetch', times: 1 }),
    laboratory.fail({ api: 'Heartbeat', times: 1 }, 16)
  ]
  await send(3)
  await until(() => values.length >= 6)
  laboratory.partition('t', 1).moveLeader(1)
  await kafka.kill(kafka.cluster.coordinators.coordinatorOf('group', 'g'))
  await send(6)
  await until(() => new Set(values).size === 9 && faults.every(({ fired }) => fired > 0))
  await settled(Promise.all([producer.disconnect(), consumer.disconnect()]))
  await kafka.stop()
  expect(kafka.problems).toEqual([])
  expect(clock.pending).toBe(0)
  return { log: kafka.requests.find(), values }
}

it('the same session of clients, faults included, is the same to the last request, its bytes and its time', async () => {
  const [first, second] = [await session(), await session()]
  expect(first.log.length).toBeGreaterThan(30)
  expect(second.values).toEqual(first.values)
  expect(second.log).toEqual(first.log)
})

it('ids follow from the id of the cluster, and differ from each other', async () => {
  const ids = async (clusterId: string): Promise<string[]> => {
    const kafka = await EmbeddedKafka.start({ memory: true, clusterId, topics: [{ topic: 'a' }, { topic: 'b' }] })
    await kafka.stop()
    return kafka.cluster.topics.all().map(({ id }) => id)
  }
  const [first, same, other] = [await ids('x'), await ids('x'), await ids('y')]
  expect(same).toEqual(first)
  expect(new Set([...first, ...other]).size).toBe(4)
  for (const id of first) expect(id).toMatch(/^[\w][\w-]{21}$/)
})

it('nothing of the broker looks at a clock of its own', async () => {
  const clocks = [
    jest.spyOn(Date, 'now'),
    jest.spyOn(globalThis, 'setTimeout'),
    jest.spyOn(performance, 'now'),
    jest.spyOn(globalThis, 'setInterval')
  ]
  const clock = new ManualClock()
  const kafka = await EmbeddedKafka.start({ memory: true, clock, brokers: 2, topics: [{ topic: 't' }] })
  const { producer, consumer } = clients(kafka, clock)
  const steps = [producer.connect(), consumer.connect()]
  for (let i = 0; i < 100; i++) await clock.advance(10)
  await Promise.all(steps)
  const sent = producer.send({ topic: 't', messages: [{ value: 'a' }] })
  await consumer.subscribe({ topics: ['t'] })
  const running = consumer.run({ eachMessage: async () => {} })
  for (let i = 0; i < 500; i++) await clock.advance(10)
  await Promise.all([sent, running])
  const ends = [producer.disconnect(), consumer.disconnect()]
  for (let i = 0; i < 100; i++) await clock.advance(10)
  await Promise.all(ends)
  await kafka.stop()
  for (const spy of clocks) expect(spy).not.toHaveBeenCalled()
})

afterEach(() => jest.restoreAllMocks())
