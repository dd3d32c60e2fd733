import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedKafka } from '../../src/testing'
import { installPackage, linkPackage } from './support/install-package'

// The programs that the texts show, letter by letter, in a project that has the package as npm would publish it.
const repository = path.join(__dirname, '../..')
const modules = path.join(repository, 'node_modules')
const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-recipes-'))
  await installPackage(folder)
  linkPackage(folder, 'vitest')
}, 60_000)

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** The code blocks of a text, or of one chapter, in one language. */
function programs(file: string, language: string, heading = ''): string[] {
  const text = fs.readFileSync(path.join(repository, file), 'utf8')
  const from = text.indexOf(heading)
  if (from < 0) throw new Error(`${file} has no ${heading}`)
  const next = text.indexOf('\n## ', from + heading.length)
  const chapter = heading === '' ? text : text.slice(from, next < 0 ? undefined : next)
  return [...chapter.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, found]) => found === language).map(([, , code]) => code)
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text)
}

test('the recipe for Jest', async () => {
  const [recipe] = programs('docs/testing.md', 'js', '## Jest and Vitest')
  write('jest/orders.test.js', recipe)
  write('jest/package.json', '{}')
  const { stderr } = await run(process.execPath, [path.join(modules, 'jest/bin/jest.js')], { cwd: path.join(folder, 'jest') })
  expect(stderr).toMatch(/Tests: +1 passed, 1 total/)
}, 60_000)

test('the recipe for Vitest', async () => {
  const [recipe] = programs('docs/testing.md', 'ts', '## Jest and Vitest')
  write('vitest/orders.test.ts', recipe)
  // Without the marks of jest, in whose process this runs.
  const options = { cwd: path.join(folder, 'vitest'), env: { PATH: process.env['PATH'], NO_COLOR: '1' } }
  const { stdout } = await run(process.execPath, [path.join(modules, 'vitest/vitest.mjs'), 'run'], options)
  expect(stdout).toMatch(/Tests +1 passed \(1\)/)
}, 60_000)

test('the first program of docs/testing.md', async () => {
  const [program] = programs('docs/testing.md', 'ts')
  write('first.mjs', program)
  const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', 'first.mjs'], { cwd: folder })
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' })
}, 60_000)

test('the program of the README', async () => {
  const [program] = programs('README.md', 'js')
  const kafka = await EmbeddedKafka.start({ configs: { 'group.initial.rebalance.delay.ms': '0' } })
  try {
    expect(program).toContain("['localhost:9092']")
    write('readme.cjs', `(async () => {\n${program.replace('localhost:9092', kafka.brokers[0])}\n})()`)
    const child = spawn(process.execPath, ['--trace-warnings', 'readme.cjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', chunk => {
      output += String(chunk)
      if (output.includes("value: 'hello'")) child.kill('SIGINT')
    })
    await once(child, 'close')
    expect(output).toContain("{ topic: 'my-topic', partition: 0, offset: '0', value: 'hello' }")
  } finally {
    await kafka.stop()
  }
}, 60_000)
