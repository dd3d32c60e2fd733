import type { ListenerOptions } from '../../../src/testing'
import { EmbeddedBackend } from './embedded-backend'
import { type Script, Stage } from './stage'

/**
 * Plays scripts on the embedded broker and holds the answers against those that Kafka 4.3.1 gave and `compareScripts` wrote down.
 * @param golden answers by the script's name
 */
export function holdAgainst(
  subject: string,
  scripts: Readonly<Record<string, readonly Script[]>>,
  golden: Readonly<Record<string, unknown>>,
  configs: Record<string, string> = {},
  listeners: ListenerOptions[] = [{}]
): void {
  describe.each(Object.entries(scripts))(`${subject} as on Kafka 4.3.1: %s`, (_subject, some) => {
    it.each(some.map(script => [script.name, script] as const))('%s', async (name, script) => {
      const backend = await EmbeddedBackend.start(configs, 1, listeners)
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
}
