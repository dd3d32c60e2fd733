import fc from 'fast-check'
import type { Producer, RecordMetadata } from '../../../src/types/producer'
import { longTimeoutMs, runs } from './runs'
import { World } from './world'

jest.setTimeout(longTimeoutMs)

// Producers under every order of answers, timers and calls, with leaders that move, answers that are lost and brokers that go. What is
// promised without idempotence: a send that resolved is in the log at the offset it was told (I1), sends to a partition are in the log
// in the order of the calls, as far as their first appearance goes (I3), each send settles once, and one that failed says whether it may
// be in the log (I5).

const topic = 'topic'
const partitions = 2

/** One thing that goes wrong; each happens at a turn of its own. */
const faults: Record<string, (world: World, pick: number) => unknown> = {
  'the leader moves': ({ kafka }, pick) => kafka.laboratory.partition(topic, pick % partitions).moveLeader(1 + (pick % 3)),
  'an answer is lost': ({ kafka }, pick) => kafka.laboratory.lose({ api: 'Produce', times: 1 }, pick % 2 === 0 ? 'close' : 'reset'),
  'a request is lost': ({ kafka }) => kafka.laboratory.refuse({ api: 'Produce', times: 1 }),
  'a partition is refused': ({ kafka }, pick) => kafka.laboratory.fail({ api: 'Produce', partition: pick % partitions, times: 1 }, 6),
  'the log has too few replicas': ({ kafka }, pick) =>
    kafka.laboratory.fail({ api: 'Produce', partition: pick % partitions, times: 1 }, 19),
  'metadata are old': ({ kafka }, pick) => kafka.laboratory.metadata.freeze(1 + (pick % 3)),
  'connections break': ({ kafka }, pick) => kafka.laboratory.dropConnections(1 + (pick % 3)),
  'an answer is late': ({ kafka }) => kafka.laboratory.delay({ api: 'Produce', times: 1 }, { answerAfterMs: 31_000 }),
  'a broker is gone for a second': async (world, pick) => {
    const nodeId = 1 + (pick % 3)
    await world.kafka.kill(nodeId)
    await new Promise<void>(resolve => world.clock.schedule(1000, resolve))
    await world.kafka.revive(nodeId)
  }
}

interface Sent {
  readonly values: readonly string[]
  readonly partition: number
  settled: number
  result?: RecordMetadata[]
  error?: { outcome?: string }
}

async function settled(call: Sent, promise: Promise<RecordMetadata[]>): Promise<void> {
  try {
    call.result = await promise
  } catch (error) {
    call.error = error as Sent['error'] & object
  }
  call.settled++
}

async function send(world: World, producer: Producer, actor: string, sent: Sent[], count: number): Promise<void> {
  const settling: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    const partition = i % partitions
    const call: Sent = { values: [`${actor} ${i} a`, `${actor} ${i} b`], partition, settled: 0 }
    await world.act(actor, () => {
      sent.push(call)
      const promise = producer.send({ topic, messages: call.values.map(value => ({ partition, value })) })
      settling.push(settled(call, promise))
    })
  }
  await Promise.all(settling)
}

async function check(world: World, sent: readonly Sent[]): Promise<void> {
  for (let partition = 0; partition < partitions; partition++) {
    const log = await world.values(topic, partition)
    const calls = sent.filter(call => call.partition === partition)
    for (const { values, settled, result, error } of calls) {
      expect(settled).toBe(1)
      if (result !== undefined) {
        const base = Number(result[0].baseOffset)
        expect(log.slice(base, base + values.length)).toEqual(values)
      }
      if (error?.outcome === 'not-applied') expect(log).not.toContain(values[0])
      if (error !== undefined) expect(['not-applied', 'maybe-applied']).toContain(error.outcome)
    }
    const first = calls.map(({ values }) => log.indexOf(values[0])).filter(index => index >= 0)
    expect(first).toEqual([...first].sort((a, b) => a - b))
  }
}

it('keeps what it acknowledged, and the order, whatever comes first', async () => {
  const fault = fc.tuple(fc.constantFrom(...Object.keys(faults)), fc.nat(5))
  const slack = fc.constantFrom(0, 600, 40_000)
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fault, { maxLength: 3 }), slack, async (scheduler, chosen, slackMs) => {
      const topics = [{ topic, numPartitions: partitions, replicationFactor: 3 }]
      await World.play(scheduler, { brokers: 3, topics }, async world => {
        const producer = world.producer()
        await producer.connect()
        world.slackMs = slackMs
        const sent: Sent[] = []
        const senders = ['first', 'second'].map(actor => send(world, producer, actor, sent, 4))
        const trouble = chosen.map(async ([name, pick], i) => {
          for (let wait = 0; wait <= i * 3; wait++) await world.turn('trouble')
          await faults[name](world, pick)
        })
        await Promise.all([...senders, ...trouble])
        await producer.disconnect()
        world.kafka.laboratory.clear()
        await check(world, sent)
      })
    }),
    runs(60)
  )
})
