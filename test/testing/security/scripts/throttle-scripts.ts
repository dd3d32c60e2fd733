import { alterClientQuotasApi } from '../../../../src/protocol/generated/alter-client-quotas'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import { deleteTopicsApi } from '../../../../src/protocol/generated/delete-topics'
import { fetchApi } from '../../../../src/protocol/generated/fetch'
import { produceApi } from '../../../../src/protocol/generated/produce'
import { makeBatch } from '../../support/make-batch'
import type { Script, Stage } from '../../scripts/stage'

async function set(stage: Stage, clientId: string, key: string, value: number | undefined): Promise<void> {
  const admin = await stage.client('admin')
  await stage.quiet(() =>
    stage.ask('set', admin, alterClientQuotasApi, 1, {
      entries: [
        { entity: [{ entityType: 'client-id', entityName: clientId }], ops: [{ key, value: value ?? 0, remove: value === undefined }] }
      ],
      validateOnly: false
    })
  )
  await stage.wait(200)
}

/** Whole seconds: on a real broker some ms have passed. */
function seconds(throttleTimeMs: number): number {
  return Math.round(throttleTimeMs / 1000)
}

function batchOf(bytes: number): Buffer {
  return makeBatch(['x'.repeat(bytes)])
}

/** How long clients have to rest that do more than they may. Who has to rest comes again on another connection. */
export const throttleScripts: Readonly<Record<string, readonly Script[]>> = {
  throttling: [
    {
      name: 'bytes sent',
      play: async stage => {
        const { name } = await stage.topic('topic', 1)
        const clientId = stage.unique('client')
        await set(stage, clientId, 'producer_byte_rate', 1000)
        for (const bytes of [5000, 20_000, 5000]) {
          const client = await stage.client(clientId)
          const topicData = [{ name, partitionData: [{ index: 0, records: batchOf(bytes) }] }]
          const answer = await stage.quiet(() => stage.ask('send', client, produceApi, 9, { acks: 1, timeoutMs: 5000, topicData }))
          stage.record(`${bytes} bytes`, [answer.responses[0].partitionResponses[0].errorCode, seconds(answer.throttleTimeMs)])
        }
        await set(stage, clientId, 'producer_byte_rate', undefined)
      }
    },
    {
      name: 'bytes read',
      play: async stage => {
        const { name } = await stage.topic('topic', 1)
        const clientId = stage.unique('client')
        const producer = await stage.client('producer')
        for (let i = 0; i < 10; i++) {
          const topicData = [{ name, partitionData: [{ index: 0, records: batchOf(4500) }] }]
          await stage.quiet(() => stage.ask('send', producer, produceApi, 9, { acks: 1, timeoutMs: 5000, topicData }))
        }
        await set(stage, clientId, 'consumer_byte_rate', 1000)
        for (const round of [1, 2, 3]) {
          const client = await stage.client(clientId)
          const answer = await stage.quiet(() =>
            stage.ask('fetch', client, fetchApi, 12, {
              maxWaitMs: 0,
              minBytes: 1,
              maxBytes: 1_000_000,
              sessionId: 0,
              sessionEpoch: -1,
              topics: [{ topic: name, partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 6000 }] }]
            })
          )
          const bytes = answer.responses
            .flatMap(({ partitions }) => partitions)
            .reduce((sum, { records }) => sum + (records?.length ?? 0), 0)
          stage.record(`round ${round}`, [
            answer.errorCode,
            answer.responses.length,
            Math.round(bytes / 1000),
            seconds(answer.throttleTimeMs)
          ])
        }
        await set(stage, clientId, 'consumer_byte_rate', undefined)
      }
    },
    {
      name: 'partitions made and deleted',
      play: async stage => {
        const clientId = stage.unique('client')
        await set(stage, clientId, 'controller_mutation_rate', 1)
        const names = ['a', 'b', 'c', 'd'].map(name => stage.unique(name))
        const topic = (i: number, numPartitions: number): object => ({
          name: names[i],
          numPartitions,
          replicationFactor: 1,
          assignments: [],
          configs: []
        })
        const make = async (label: string, version: number, topics: object[]): Promise<void> => {
          const client = await stage.client(clientId)
          const answer = await stage.quiet(() => stage.ask(label, client, createTopicsApi, version, { topics: topics, timeoutMs: 5000 }))
          stage.record(label, {
            topics: answer.topics.map(({ name, errorCode }) => [name, errorCode]),
            rest: seconds(answer.throttleTimeMs)
          })
        }
        await make('more than there are permits', 7, [topic(0, 14)])
        await make('too late', 7, [topic(1, 1)])
        await make('in an older version', 5, [topic(2, 4)])
        const client = await stage.client(clientId)
        const deleted = await stage.quiet(() =>
          stage.ask('delete', client, deleteTopicsApi, 5, { topicNames: [names[0]], timeoutMs: 5000 })
        )
        stage.record('delete', [deleted.responses[0].errorCode, seconds(deleted.throttleTimeMs)])
        await set(stage, clientId, 'controller_mutation_rate', undefined)
        const admin = await stage.client('admin')
        await stage.quiet(() => stage.ask('clean', admin, deleteTopicsApi, 5, { topicNames: names, timeoutMs: 5000 }))
      }
    }
  ]
}
