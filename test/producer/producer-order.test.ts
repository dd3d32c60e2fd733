import fc from 'fast-check'
import { errorCodes } from '../../src/errors/error-table'
import type { RecordMetadata } from '../../src/types/producer'
import { connected, disconnectAll, LogStory, noReply, settleWith } from './support'

/** What a broker does with one Produce request. */
type Fate = 'answer' | 'refuse' | 'not-leader' | 'lose-request' | 'lose-answer' | 'move'

const fates = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Fate>('answer') },
    { weight: 3, arbitrary: fc.constantFrom<Fate>('refuse', 'not-leader', 'lose-request', 'lose-answer', 'move') }
  ),
  { maxLength: 25 }
)
/** Calls: how many messages, on which partition the first of them, how many turns of the event loop before it. */
const calls = fc.array(fc.record({ size: fc.integer({ min: 1, max: 5 }), partition: fc.nat({ max: 2 }), turns: fc.nat({ max: 4 }) }), {
  minLength: 1,
  maxLength: 40
})

it('under any failures what is acknowledged is in the log where it was said to be, and every partition is in the order of the calls', async () => {
  await fc.assert(
    fc.asyncProperty(fates, calls, async (script, plan) => {
      const logs = await LogStory.start(2, { t: [1, 2, 1] })
      try {
        const { producer, clock } = await connected(logs, {}, { limits: { maxBatchBytes: 400, bufferBytes: 2_000 } })
        let step = 0
        logs.hook = async (request, context, perform) => {
          const answerAll = (errorCode: number): object => ({
            responses: request.topicData.map(({ name, topicId, partitionData }) => ({
              name,
              topicId,
              partitionResponses: partitionData.map(({ index }) => ({ index, errorCode }))
            }))
          })
          switch (script[step++]) {
            case 'refuse':
              return answerAll(errorCodes.NOT_ENOUGH_REPLICAS)
            case 'not-leader':
              return answerAll(errorCodes.NOT_LEADER_OR_FOLLOWER)
            case 'lose-request':
              context.reset()
              return noReply
            case 'lose-answer':
              await perform()
              context.close()
              return noReply
            case 'move':
              logs.setLeaders('t', step % 2 === 0 ? [1, 2, 1] : [2, 1, 1])
              return perform()
            default:
              return perform()
          }
        }
        const sent: string[][] = [[], [], []]
        const sends: Promise<{ call: number; partitions: number[]; results: RecordMetadata[] }>[] = []
        const start = async (): Promise<void> => {
          for (const [call, { size, partition, turns }] of plan.entries()) {
            for (let i = 0; i < turns; i++) await new Promise(resolve => setImmediate(resolve))
            const messages = Array.from({ length: size }, (_, i) => ({ partition: (partition + i) % 3, value: `${call}/${i}` }))
            for (const message of messages) sent[message.partition]?.push(message.value)
            sends.push(
              producer.send({ topic: 't', messages }).then(results => ({ call, partitions: messages.map(m => m.partition), results }))
            )
          }
        }
        await start()
        const done = await settleWith(clock, Promise.all(sends))

        for (const partition of [0, 1, 2]) {
          const stored = logs.values('t', partition)
          // First occurrences: without idempotence a lost answer makes doubles.
          expect([...new Set(stored)]).toEqual(sent[partition])
        }
        for (const { call, partitions, results } of done) {
          expect(results.map(({ partition }) => partition)).toEqual([...new Set(partitions)])
          for (const { partition, baseOffset } of results) {
            const index = Number(baseOffset) - 100 * partition
            expect(logs.values('t', partition)[index]).toBe(`${call}/${partitions.indexOf(partition)}`)
          }
        }
      } finally {
        await disconnectAll()
        await logs.stop()
      }
    }),
    { numRuns: 40 }
  )
}, 120_000)
