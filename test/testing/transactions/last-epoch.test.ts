import { EmbeddedBackend } from '../scripts/embedded-backend'
import { Stage } from '../scripts/stage'
import recorded from './fixtures/last-epoch-4.3.1.json'
import { lastEpoch, lastEpochScripts } from './scripts/last-epoch-scripts'

const golden: Readonly<Record<string, unknown>> = recorded
let backend: EmbeddedBackend

const scripts = lastEpochScripts(async actor => {
  const transaction = backend.kafka.cluster.transactions.find(actor.transactionalId)
  transaction?.become('Empty', { producerEpoch: lastEpoch })
  actor.take({ producerId: actor.producerId, producerEpoch: lastEpoch })
})

// Kafka's own answers were taken down once: getting there takes it half a minute.
it.each(scripts.map(script => [script.name, script] as const))('as on Kafka 4.3.1: %s', async (name, script) => {
  backend = await EmbeddedBackend.start()
  const stage = new Stage(backend, 'xxxxxxxxxx')
  try {
    await script.play(stage)
    expect(stage.transcript).toEqual(golden[name])
    expect(backend.kafka.problems).toEqual([])
  } finally {
    stage.close()
    await backend.stop()
  }
})
