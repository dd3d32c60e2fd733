import { EmbeddedBackend } from './scripts/embedded-backend'
import { allScripts } from './scripts/all-scripts'
import { Stage } from './scripts/stage'
import recorded from './fixtures/kafka-4.3.1.json'

const golden = recorded as unknown as Record<string, unknown>

// Each script was played on Kafka 4.3.1, and its answers written down (test/conformance/broker/groups.test.ts).
describe.each(Object.entries(allScripts))('groups as on Kafka 4.3.1: %s', (_subject, scripts) => {
  it.each(scripts.map(script => [script.name, script] as const))('%s', async (name, script) => {
    const backend = await EmbeddedBackend.start()
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
})
