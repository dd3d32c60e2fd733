import { fetchApi } from '../../../src/protocol/generated/fetch'
import { EmbeddedBackend } from '../scripts/embedded-backend'

it('answers a Fetch without partitions at once, as the one that ends a session', async () => {
  const backend = await EmbeddedBackend.start()
  const { topics } = backend.kafka.cluster
  backend.kafka.createTopic({ topic: 't' })
  const client = await backend.connect('fetcher')
  const wait = { replicaId: -1, maxWaitMs: 500, minBytes: 1, maxBytes: 1000 }
  const partition = { partition: 0, fetchOffset: 0n, partitionMaxBytes: 1000 }
  const ask = { ...wait, topics: [{ topicId: topics.get('t')?.id, partitions: [partition] }] }
  const opening = client.send(fetchApi, 17, { ...ask, sessionId: 0, sessionEpoch: 0 })
  await backend.wait(500)
  const { sessionId } = await opening
  expect(sessionId).toBeGreaterThan(0)
  // Time stands still.
  expect(await client.send(fetchApi, 17, { ...wait, sessionId, sessionEpoch: -1, topics: [] })).toMatchObject({
    errorCode: 0,
    sessionId: 0
  })
  client.close()
  await backend.stop()
})
