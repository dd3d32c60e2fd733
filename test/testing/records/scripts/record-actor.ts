import type { Api } from '../../../../src/protocol/api'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import type { FetchRequestInput } from '../../../../src/protocol/generated/fetch-request'
import type { FetchResponse } from '../../../../src/protocol/generated/fetch-response'
import { listOffsetsApi } from '../../../../src/protocol/generated/list-offsets'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { produceApi } from '../../../../src/protocol/generated/produce'
import type { ProduceRequestInput } from '../../../../src/protocol/generated/produce-request'
import type { ProduceResponse } from '../../../../src/protocol/generated/produce-response'
import type { Stage } from '../../scripts/stage'
import type { WireClient } from '../../support/wire-client'
import { describeRecords } from './describe-records'

/** A topic that a script has made. */
export interface MadeTopic {
  readonly name: string
  readonly id: string
}

/** How one partition is read. */
export interface Reading {
  readonly version?: number
  readonly partition?: number
  readonly offset?: number
  readonly partitionMaxBytes?: number
  readonly currentLeaderEpoch?: number
  readonly lastFetchedEpoch?: number
  /** Of the request. */
  readonly more?: FetchRequestInput
}

/** A client that writes and reads records as a script says, on one connection that it makes again when the broker has closed it. */
export class RecordActor {
  private readonly sessions = new Map<number, string>()

  private constructor(
    readonly stage: Stage,
    private client: WireClient
  ) {}

  static async enter(stage: Stage): Promise<RecordActor> {
    return new RecordActor(stage, await stage.client('actor'))
  }

  /** Makes a topic and resolves when it can be written to. */
  async topic(name: string, { partitions = 1, configs = {} }: { partitions?: number; configs?: object } = {}): Promise<MadeTopic> {
    const { stage, client } = this
    const full = stage.unique(name)
    let id = ''
    const values = Object.entries(configs).map(([config, value]) => ({ name: config, value: String(value) }))
    const topics = [{ name: full, numPartitions: partitions, replicationFactor: 1, assignments: [], configs: values }]
    await stage.quiet(async () => {
      const { topics: made } = await stage.ask('make', client, createTopicsApi, 5, { topics, timeoutMs: 30_000 })
      if (made[0].errorCode !== 0) throw new Error(`${name}: ${made[0].errorMessage}`)
      for (;;) {
        const { topics: known } = await stage.ask('look', client, metadataApi, 12, { topics: [{ name: full }] })
        id = known[0].topicId
        // Brokers tell of a topic a little before they have its logs.
        const indexes = known[0].partitions.map(({ partitionIndex }) => ({ partitionIndex, timestamp: -1n }))
        const { topics: ends } = await stage.ask('ends', client, listOffsetsApi, 5, { topics: [{ name: full, partitions: indexes }] })
        if (indexes.length === partitions && ends[0].partitions.every(({ errorCode }) => errorCode === 0)) break
        await stage.wait(20)
      }
    })
    stage.call(id, `id of ${name}`)
    return { name: full, id }
  }

  /** Asks; when the broker closes the connection instead of answering, that is written down. */
  async ask<I, R>(label: string, api: Api<I, unknown, never, R>, version: number, body: I, shape?: (answer: R) => unknown): Promise<void> {
    let isClosed = false
    const sent = this.stage.start(this.client, api, version, body).then(
      answer => (shape === undefined ? answer : shape(answer)),
      (error: Error) => {
        isClosed = true
        return { failed: error.message }
      }
    )
    await this.stage.answer(`${label}, version ${version}`, sent)
    if (isClosed) this.client = await this.stage.client('actor')
  }

  /** Sends without letting the broker's time pass; `stage.answer` awaits what comes. */
  start<I, R>(api: Api<I, unknown, never, R>, version: number, body: I): Promise<R> {
    return this.stage.start(this.client, api, version, body)
  }

  /** Sends without expecting an answer. */
  oneWay<I, R>(api: Api<I, unknown, never, R>, version: number, body: I): void {
    void this.start(api, version, body)
  }

  /** Sends batches to the first partition of a topic, and writes down how each fares. */
  async produce(
    label: string,
    { name, id }: MadeTopic,
    records: Uint8Array | readonly Uint8Array[] | null,
    { version = 12, acks = -1, partition = 0 }: { version?: number; acks?: number; partition?: number } = {}
  ): Promise<void> {
    const topicData = [{ ...(version >= 13 ? { topicId: id } : { name }), partitionData: [{ index: partition, records }] }]
    await this.send(label, version, { acks, topicData })
  }

  send(label: string, version: number, request: ProduceRequestInput): Promise<void> {
    return this.ask(label, produceApi, version, { timeoutMs: 5000, ...request }, shapeOfProduce)
  }

  /** Writes down what one partition has. */
  async read(label: string, { name, id }: MadeTopic, reading: Reading = {}): Promise<void> {
    const { version = 12, partition = 0, offset = 0, partitionMaxBytes = 1_000_000, more = {}, ...epochs } = reading
    const partitions = [{ partition, fetchOffset: BigInt(offset), partitionMaxBytes, ...epochs }]
    const topic = version >= 13 ? { topicId: id } : { topic: name }
    await this.fetch(label, version, { topics: [{ ...topic, partitions }], ...more })
  }

  /** What a partition has, whatever its size. */
  async readContent(label: string, { name }: MadeTopic): Promise<void> {
    const topics = [{ topic: name, partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1_000_000 }] }]
    await this.ask(label, fetchApi, 12, { topics, maxWaitMs: 0 }, ({ responses }) =>
      describeRecords(responses[0]?.partitions[0]?.records ?? null)
    )
  }

  /** @returns the session's id */
  async fetch(label: string, version: number, request: FetchRequestInput): Promise<number> {
    let session = 0
    const body = { maxWaitMs: 0, minBytes: 1, maxBytes: 50_000_000, ...request }
    await this.ask(label, fetchApi, version, body, async answer => {
      session = answer.sessionId
      return this.shapeOfFetch(answer)
    })
    return session
  }

  private async shapeOfFetch({ sessionId, responses, ...answer }: FetchResponse): Promise<object> {
    const name = sessionId === 0 ? 'none' : (this.sessions.get(sessionId) ?? `session ${this.sessions.size + 1}`)
    if (sessionId !== 0) this.sessions.set(sessionId, name)
    const topics = []
    for (const { partitions, ...topic } of responses) {
      for (const { records, ...data } of partitions) {
        topics.push({ ...topic, ...data, bytes: records?.length ?? null, batches: await describeRecords(records) })
      }
    }
    return { ...answer, session: name, partitionsInOrder: topics }
  }
}

/** Without the words of refusals; in an order of its own, as brokers answer in none. */
function shapeOfProduce({ responses, ...answer }: ProduceResponse): object {
  const partitions = responses.flatMap(({ partitionResponses, ...topic }) =>
    partitionResponses.map(({ recordErrors, ...data }) => ({ ...topic, ...data, refused: recordErrors.map(one => one.batchIndex) }))
  )
  return { ...answer, partitions }
}
