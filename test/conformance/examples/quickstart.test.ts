import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { transformFileSync } from '@swc/core'
import type { TestCluster } from '../../cluster/test-cluster'
import { ExamplePrograms } from '../../support/example-programs'
import { conformanceCluster, releaseCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'

/*
 * The programs of examples/quickstart on a real broker. Types are stripped without a look at them, of the package as well: test/package
 * runs the same programs with the package as it is published, and compiles them.
 */
const repository = path.join(__dirname, '../../..')

let cluster: TestCluster
let folder: string
let programs: ExamplePrograms

beforeAll(async () => {
  cluster = await conformanceCluster()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-quickstart-'))
  const installed = path.join(folder, 'node_modules/odradek')
  const sources = path.join(repository, 'src')
  for (const name of fs.readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.ts')) strip(path.join(sources, name), path.join(installed, 'dist', name.replace(/\.ts$/, '.js')))
  }
  fs.copyFileSync(path.join(repository, 'package.json'), path.join(installed, 'package.json'))
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as { dependencies: object }
  for (const name of Object.keys(dependencies)) {
    fs.symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  programs = new ExamplePrograms(folder, cluster.bootstrap)
})

afterAll(async () => {
  programs.stop()
  fs.rmSync(folder, { recursive: true, force: true })
  await releaseCluster()
})

function strip(source: string, target: string): void {
  const { code } = transformFileSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    // The annotation tells Node which names can be imported.
    module: { type: 'commonjs', exportInteropAnnotation: true }
  })
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, code)
}

async function stripAll(files: string[]): Promise<void> {
  for (const file of files) strip(path.join(folder, file), path.join(folder, file.replace(/\.ts$/, '.js')))
}

it.each(['js', 'mjs', 'ts'] as const)('makes a topic, sends and receives: *.%s', async kind => {
  const topic = uniqueName(`quickstart-${kind}`)
  await programs.copy(kind, topic, stripAll)
  const suffix = kind === 'ts' ? 'js' : kind
  await programs.finish(`admin.${suffix}`)
  await cluster.waitForTopic(topic, 3)
  await programs.finish(`producer.${suffix}`)
  await programs.runUntil(`consumer.${suffix}`, /\{ partition: [0-2], offset: '0', value: 'Hello KafkaJS!' \}/)
})
