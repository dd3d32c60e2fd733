import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import type { ListenerOptions } from '../../../src/testing'
import { EmbeddedBackend } from '../../testing/scripts/embedded-backend'
import { Stage, type Backend, type Script, type Transcript } from '../../testing/scripts/stage'
import { WireClient } from '../../testing/support/wire-client'
import { chosenCluster } from '../support/chosen-cluster'
import { conformanceCluster } from '../support/conformance-cluster'

const { version, nodes, embedded } = chosenCluster()
const isNewest = version === '4.3.1' && nodes === 1 && !embedded

async function play(script: Script, backend: Backend): Promise<Transcript> {
  const stage = new Stage(backend, randomBytes(5).toString('hex'))
  try {
    await script.play(stage)
  } finally {
    stage.close()
  }
  return stage.transcript
}

async function realBackend(cluster: RealCluster): Promise<Backend> {
  return {
    connect: (clientId, listener) => WireClient.connect(cluster.bootstrapOf(listener ?? 'PLAINTEXT')[0], clientId),
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    settled: promise => promise
  }
}

/** The cluster to hold the embedded broker against. */
export interface RealCluster {
  /** @returns `host:port` of every broker */
  bootstrapOf(listener: string): string[]
}

/** What a comparison runs on, where that is not the shared cluster and one plain listener. */
export interface Setting {
  readonly cluster?: () => Promise<RealCluster>
  /** Listeners of the embedded broker. */
  readonly listeners?: ListenerOptions[]
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
  configs: Record<string, string> = {},
  { cluster = conformanceCluster, listeners = [{}] }: Setting = {}
): void {
  const recorded: Record<string, Transcript> = {}
  // The embedded broker poses as 4.3 here: scripts speak its versions.
  const suite = isNewest ? describe : describe.skip
  suite(`${subject} on the embedded broker and on Kafka 4.3.1`, () => {
    describe.each(Object.entries(scripts))('%s', (_subject, some) => {
      it.each(some.map(script => [script.name, script] as const))('%s', async (name, script) => {
        const real = await play(script, await realBackend(await cluster()))
        recorded[name] = real
        const other = await EmbeddedBackend.start(configs, 1, listeners)
        try {
          expect(await play(script, other)).toEqual(real)
          expect(other.kafka.problems).toEqual([])
        } finally {
          await other.stop()
        }
      })
    })

    afterAll(() => {
      if (process.env['ODRADEK_RECORD'] === undefined) return
      fs.writeFileSync(golden, written(recorded))
    })
  })
}

/** An answer a line, so that a change shows as what it is. */
function written(recorded: Record<string, Transcript>): string {
  const scripts = Object.entries(recorded).map(([name, transcript]) => {
    const answers = transcript.map(answer => JSON.stringify(answer)).join(',\n')
    return `${JSON.stringify(name)}: [\n${answers}\n]`
  })
  return `{\n${scripts.join(',\n')}\n}\n`
}
