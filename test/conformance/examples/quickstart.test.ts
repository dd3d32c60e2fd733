import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { KafkaCluster } from '../../cluster/kafka-cluster'
import { conformanceCluster, releaseCluster } from '../support/conformance-cluster'
import { uniqueName } from '../support/unique-name'

/*
 * The programs of examples/quickstart as an application has them: beside a node_modules with the package in it. Only the
 * address is another, and topic and group, because the cluster is shared.
 */
const repository = path.join(__dirname, '../../..')
const tsc = path.join(repository, 'node_modules/typescript/bin/tsc')
const run = promisify(execFile)

let cluster: KafkaCluster
let folder: string
const children = new Set<ChildProcess>()

beforeAll(async () => {
  cluster = await conformanceCluster()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-quickstart-'))
  const installed = path.join(folder, 'node_modules/odradek')
  await run(process.execPath, [tsc, '-p', path.join(repository, 'tsconfig.build.json'), '--outDir', path.join(installed, 'dist')])
  fs.copyFileSync(path.join(repository, 'package.json'), path.join(installed, 'package.json'))
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as { dependencies: object }
  for (const name of Object.keys(dependencies)) {
    fs.symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  fs.rmSync(folder, { recursive: true, force: true })
  await releaseCluster()
})

/** Copies the programs of one kind, and compiles those that need it. */
async function copy(extension: 'js' | 'mjs' | 'ts', topic: string): Promise<void> {
  for (const program of ['admin', 'producer', 'consumer']) {
    const source = fs.readFileSync(path.join(repository, 'examples/quickstart', `${program}.${extension}`), 'utf8')
    const address = cluster.bootstrap.map(each => `'${each}'`).join(', ')
    const changed = source.replace("'localhost:9092'", address).replace("'my-topic'", `'${topic}'`).replace("'test-group'", `'${topic}'`)
    fs.writeFileSync(path.join(folder, `${program}.${extension}`), changed)
  }
  if (extension !== 'ts') return
  const options = ['--strict', '--target', 'es2022', '--module', 'node16', '--types', 'node']
  const typeRoots = ['--typeRoots', path.join(repository, 'node_modules/@types')]
  await run(process.execPath, [tsc, ...options, ...typeRoots, 'admin.ts', 'producer.ts', 'consumer.ts'], { cwd: folder })
}

interface Program {
  readonly child: ChildProcess
  output: string
}

function start(file: string): Program {
  const child = spawn(process.execPath, ['--trace-warnings', file], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  const program: Program = { child, output: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      program.output += text
      child.emit('output')
    })
  }
  return program
}

/** Runs a program that ends by itself. */
async function finish(file: string): Promise<void> {
  const { child, ...program } = start(file)
  const [code] = (await once(child, 'close')) as [number | null]
  children.delete(child)
  expect({ file, code, output: program.output }).toEqual({ file, code: 0, output: '' })
}

/** Runs a program until it has written something. */
async function runUntil(file: string, text: RegExp): Promise<void> {
  const program = start(file)
  const { child } = program
  while (!text.test(program.output)) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${program.output}`)
    await Promise.race([once(child, 'output'), once(child, 'close')])
  }
  child.kill('SIGINT')
  await once(child, 'close')
  children.delete(child)
}

it.each(['js', 'mjs', 'ts'] as const)('makes a topic, sends and receives: *.%s', async extension => {
  const topic = uniqueName(`quickstart-${extension}`)
  await copy(extension, topic)
  const suffix = extension === 'ts' ? 'js' : extension
  await finish(`admin.${suffix}`)
  await cluster.waitForTopic(topic, 3)
  await finish(`producer.${suffix}`)
  await runUntil(`consumer.${suffix}`, /\{ partition: [0-2], offset: '0', value: 'Hello KafkaJS!' \}/)
})
