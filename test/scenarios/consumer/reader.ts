import { readBatches } from '../../../src/protocol/records/record-batch-reader'
import type { Consumer, ConsumerConfig, EachMessagePayload } from '../../../src/types/consumer'
import type { KafkaConfig } from '../../../src/types/client'
import { batch } from '../../consumer/support/batches'
import { type ConsumerLab, running } from '../../consumer/support/consumer-lab'

// Minutes of the test's clock take their time on a busy machine.
jest.setTimeout(30_000)

/** What a reader does with a message before it counts as done. */
export type Handling = (payload: EachMessagePayload, reader: Reader) => Promise<void>

/** How a {@link Reader} reads. */
export interface ReaderOptions {
  readonly config?: Partial<ConsumerConfig>
  readonly client?: Partial<KafkaConfig>
  readonly handle?: Handling
  readonly fromBeginning?: boolean
  readonly topics?: string[]
}

/** Times of groups in scenarios, ms. */
export const groupTimes = { sessionTimeout: 10_000, heartbeatInterval: 1000, rebalanceTimeout: 30_000 }

/** A consumer that notes what it gets and what happens to it. */
export class Reader {
  /** Values by partition, in the order of the calls. */
  readonly values = new Map<number, string[]>()
  /** Partitions of each assignment. */
  readonly joins: number[][] = []
  readonly crashes: Error[] = []
  /** Member ids of the assignments. */
  readonly memberIds: string[] = []

  private constructor(
    readonly lab: ConsumerLab,
    readonly consumer: Consumer
  ) {}

  /** Starts one; resolves when it has joined. */
  static async start(
    lab: ConsumerLab,
    { config = {}, client = {}, handle = async () => {}, fromBeginning = true, topics = ['topic'] }: ReaderOptions = {}
  ): Promise<Reader> {
    const reader = new Reader(lab, lab.consumer({ ...groupTimes, ...config }, client))
    const { consumer } = reader
    consumer.on('consumer.group_join', ({ payload }) => {
      reader.joins.push(Object.values(payload.memberAssignment).flat())
      reader.memberIds.push(payload.memberId)
    })
    consumer.on('consumer.crash', ({ payload }) => reader.crashes.push(payload.error))
    const eachMessage = async (payload: EachMessagePayload): Promise<void> => {
      const { partition, message } = payload
      const values = reader.values.get(partition) ?? []
      reader.values.set(partition, values)
      values.push(String(message.value))
      await handle(payload, reader)
    }
    await running(lab, consumer, { eachMessage }, topics, fromBeginning)
    return reader
  }

  of(partition = 0): string[] {
    return this.values.get(partition) ?? []
  }

  get count(): number {
    return [...this.values.values()].reduce((sum, values) => sum + values.length, 0)
  }

  /** Waits until so many messages of a partition have come. */
  async got(count: number, partition = 0): Promise<void> {
    await this.lab.until(
      () => this.of(partition).length >= count,
      `${count} messages of partition ${partition}, got ${this.of(partition).length}`
    )
  }
}

/** Numbers from `from` on, as text. */
export function numbers(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, i) => String(from + i))
}

/** Stores the next number in a partition, without any client. */
export async function store(lab: ConsumerLab, partition: number, value: number): Promise<void> {
  const { state } = lab.kafka.laboratory.partition('topic', partition)
  const [one] = readBatches(await batch({ baseOffset: value, values: [String(value)] }))
  expect(state.log.append(one).baseOffset).toBe(value)
  state.changed()
}
