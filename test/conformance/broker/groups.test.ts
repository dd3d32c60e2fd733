import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { allScripts } from '../../testing/groups/scripts/all-scripts'
import { EmbeddedBackend } from '../../testing/groups/scripts/embedded-backend'
import { Stage, type Backend, type Script, type Transcript } from '../../testing/groups/scripts/stage'
import { WireClient } from '../../testing/support/wire-client'
import { chosenCluster } from '../support/chosen-cluster'
import { conformanceCluster } from '../support/conformance-cluster'

/** Answers of a real broker, which the unit tests hold the embedded one against. */
const golden = path.join(__dirname, '..', '..', 'testing', 'groups', 'fixtures', 'kafka-4.3.1.json')
const isNewest = chosenCluster().version === '4.3.1' && chosenCluster().nodes === 1
const recorded: Record<string, Transcript> = {}

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
// The embedded broker poses as 4.3 here: scripts speak its versions.
;(isNewest ? describe : describe.skip)('groups on the embedded broker and on Kafka 4.3.1', () => {
  describe.each(Object.entries(allScripts))('%s', (_subject, scripts) => {
    it.each(scripts.map(script => [script.name, script] as const))('%s', async (name, script) => {
      const real = await play(script, await realBackend())
      recorded[name] = real
      const embedded = await EmbeddedBackend.start()
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
