import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedKafka } from '../../src/testing'
import { ExamplePrograms } from '../support/example-programs'
import { installPackage } from './support/install-package'

// What a user does first, on embedded brokers, with the package as npm would publish it.
const repository = path.join(__dirname, '../..')
// The build is there; no test makes it anew under the others.
const prepared = { ...process.env, ODRADEK_PREPARED: '1' }
const run = promisify(execFile)
let folder: string
let kafka: EmbeddedKafka
let programs: ExamplePrograms

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-first-steps-'))
  await installPackage(folder)
  kafka = await EmbeddedKafka.start({ brokers: 3, configs: { 'group.initial.rebalance.delay.ms': '0' } })
  programs = new ExamplePrograms(folder, kafka.brokers)
}, 60_000)

afterAll(async () => {
  programs.stop()
  fs.rmSync(folder, { recursive: true, force: true })
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})

async function compile(files: string[]): Promise<void> {
  const options = ['--strict', '--target', 'es2022', '--module', 'node16', '--types', 'node']
  const typeRoots = ['--typeRoots', path.join(repository, 'node_modules/@types')]
  await run(process.execPath, [path.join(repository, 'node_modules/typescript/bin/tsc'), ...options, ...typeRoots, ...files], {
    cwd: folder
  })
}

test.each(['js', 'mjs', 'ts'] as const)(
  'the examples make a topic, send and receive: *.%s',
  async kind => {
    await programs.copy(kind, `quickstart-${kind}`, compile)
    const suffix = kind === 'ts' ? 'js' : kind
    await programs.finish(`admin.${suffix}`)
    await programs.finish(`producer.${suffix}`)
    await programs.runUntil(`consumer.${suffix}`, /\{ partition: [0-2], offset: '0', value: 'Hello KafkaJS!' \}/)
  },
  60_000
)

test.each(['its own broker', 'brokers of the environment'])(
  'the quickstart prints each message, on %s',
  async which => {
    const KAFKA_BROKERS = which === 'its own broker' ? '' : kafka.brokers.join(',')
    const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', path.join(repository, 'scripts/quickstart.mjs')], {
      env: { ...prepared, KAFKA_BROKERS }
    })
    expect(stderr).toBe('')
    expect(stdout.match(/^partition \d, offset \d: key-\d = Hello Kafka \d$/gm)).toHaveLength(9)
    expect(stdout.includes('starting an embedded broker')).toBe(KAFKA_BROKERS === '')
    expect(stdout).toMatch(/Done\n$/)
  },
  60_000
)

test('the runner of the examples brings a broker of its own', async () => {
  const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', path.join(repository, 'examples/run.mjs'), 'mjs'], {
    env: { ...prepared, KAFKA_BROKERS: '' }
  })
  expect(stderr).toBe('')
  expect(stdout).toContain("value: 'Hello KafkaJS!'")
}, 60_000)
