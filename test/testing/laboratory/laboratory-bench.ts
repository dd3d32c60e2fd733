import type { Duplex } from 'node:stream'
import { fetchApi } from '../../../src/protocol/generated/fetch'
import type { FetchRequestInput } from '../../../src/protocol/generated/fetch-request'
import type { FetchResponse, PartitionData } from '../../../src/protocol/generated/fetch-response'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import type { MetadataResponse } from '../../../src/protocol/generated/metadata-response'
import { produceApi } from '../../../src/protocol/generated/produce'
import type { PartitionProduceResponse } from '../../../src/protocol/generated/produce-response'
import { EmbeddedKafka, type EmbeddedKafkaOptions } from '../../../src/testing'
import { ManualClock, settle } from '../../support/manual-clock'
import { makeBatch, type BatchSpec } from '../support/make-batch'
import { WireClient } from '../support/wire-client'

/** What a test asks of one partition of topic `t`. */
export interface FetchWish {
  readonly offset?: number
  readonly epoch?: number
  readonly request?: FetchRequestInput
}

/** Two brokers in memory with topic `t`, whose one partition both have and broker 1 leads; raw clients; a clock that stands still. */
export class LaboratoryBench {
  readonly clock = new ManualClock()
  kafka!: EmbeddedKafka
  private readonly clients: WireClient[] = []

  static async start(options: EmbeddedKafkaOptions = {}): Promise<LaboratoryBench> {
    const bench = new LaboratoryBench()
    bench.kafka = await EmbeddedKafka.start({
      brokers: 2,
      memory: true,
      clock: bench.clock,
      topics: [{ topic: 't', replicaAssignment: [[1, 2]] }],
      ...options
    })
    return bench
  }

  /** The client's end of a connection. */
  socket(nodeId = 1, listener?: string): Duplex {
    const { kafka } = this
    const addresses = listener === undefined ? kafka.brokers : kafka.brokersOf(listener)
    const [host, port] = addresses[nodeId - 1].split(':')
    return kafka.socketFactory({ host, port: Number(port), onConnect: () => {} })
  }

  connect(nodeId = 1, listener?: string): WireClient {
    const client = WireClient.on(this.socket(nodeId, listener))
    this.clients.push(client)
    return client
  }

  /** Sends values in one batch, with acks=all. */
  async produce(client: WireClient, values: string[], batch: BatchSpec = {}): Promise<PartitionProduceResponse> {
    const { responses } = await client.send(produceApi, 12, {
      acks: -1,
      timeoutMs: 1000,
      topicData: [{ name: 't', partitionData: [{ index: 0, records: makeBatch(values, batch) }] }]
    })
    return responses[0].partitionResponses[0]
  }

  /** Fetch v12, by name, that does not wait unless the request says so. */
  async fetch(client: WireClient, { offset = 0, epoch = -1, request = {} }: FetchWish = {}): Promise<FetchResponse> {
    const partitions = [{ partition: 0, fetchOffset: BigInt(offset), currentLeaderEpoch: epoch, partitionMaxBytes: 100_000 }]
    return client.send(fetchApi, 12, { maxWaitMs: 0, minBytes: 1, topics: [{ topic: 't', partitions }], ...request })
  }

  async fetchPartition(client: WireClient, wish: FetchWish = {}): Promise<PartitionData> {
    return (await this.fetch(client, wish)).responses[0].partitions[0]
  }

  metadata(client: WireClient): Promise<MetadataResponse> {
    return client.send(metadataApi, 12, { topics: [{ name: 't' }] })
  }

  /** Whether a promise settles without any time passing. */
  async isSettled(promise: Promise<unknown>): Promise<boolean> {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    promise.then(over, over)
    await settle(10)
    return isOver
  }

  async stop(): Promise<void> {
    for (const client of this.clients.splice(0)) client.close()
    this.kafka.laboratory.clear()
    await this.kafka.stop()
    expect(this.kafka.problems).toEqual([])
    expect(this.clock.pending).toBe(0)
  }
}
