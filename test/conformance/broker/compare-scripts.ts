import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { EmbeddedBackend } from '../../testing/scripts/embedded-backend'
import { Stage, type Backend, type Script, type Transcript } from '../../testing/scripts/stage'
import { WireClient } from '../../testing/support/wire-client'
import { chosenCluster } from '../support/chosen-cluster'
import { conformanceCluster } from '../support/conformance-cluster'

const isNewest = chosenCluster().version === '4.3.1' && chosenCluster().nodes === 1

async function play(script: Script, backend: Backend): Promise<Transcript> {
  const stage = new Stage(backend, randomBytes(5).toString('hex'))
  try {
    await script.play(stage)
  } finally {
    stage.close()
  }
  return stage.transcript
}

async function realBackend(): Promise<Backend> {
  const { bootstrap } = await conformanceCluster()
  return {
    connect: clientId => WireClient.connect(bootstrap[0], clientId),
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    settled: promise => promise
  }
}

/**
 * Plays scripts on the embedded broker and on Kafka 4.3.1: both have to give the same answers. With the environment variable
 * ODRADEK_RECORD those of the real one are written down, for the unit tests to hold the embedded one against.
 * @param golden where to
 */
export function compareScripts(
  subject: string,
  scripts: Readonly<Record<string, readonly Script[]>>,
  golden: string,
  configs: Record<string, string> = {}
): void {
  const recorded: Record<string, Transcript> = {}
  // The embedded broker poses as 4.3 here: scripts speak its versions.
  const suite = isNewest ? describe : describe.skip
  suite(`${subject} on the embedded broker and on Kafka 4.3.1`, () => {
    describe.each(Object.entries(scripts))('%s', (_subject, some) => {
      it.each(some.map(script => [script.name, script] as const))('%s', async (name, script) => {
        const real = await play(script, await realBackend())
        recorded[name] = real
        const embedded = await EmbeddedBackend.start(configs)
        try {
          expect(await play(script, embedded)).toEqual(real)
          expect(embedded.kafka.problems).toEqual([])
        } finally {
          await embedded.stop()
        }
      })
    })

    afterAll(() => {
      if (process.env['ODRADEK_RECORD'] === undefined) return
      fs.writeFileSync(golden, `${JSON.stringify(recorded, null, 1)}\n`)
    })
  })
}
