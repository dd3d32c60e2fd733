import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { installPackage } from './support/install-package'

// The package as npm would publish it, unpacked where an application has it. Needs the build: npm run build.
const run = promisify(execFile)
let folder: string
let files: string[]

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-package-'))
  files = await installPackage(folder)
}, 60_000)

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

async function evaluate(file: string, program: string): Promise<string> {
  fs.writeFileSync(path.join(folder, file), program)
  const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', file], { cwd: folder })
  expect(stderr).toBe('')
  return stdout
}

test('the tarball has the build, its sources and the texts, and nothing else', () => {
  const others = files.filter(file => !/^(dist|src)\//.test(file))
  expect(others.sort((a, b) => a.localeCompare(b))).toEqual(['CHANGELOG.md', 'LICENSE', 'NOTICE', 'package.json', 'README.md'])
  const sources = files.filter(file => file.startsWith('src/'))
  const expected = sources.flatMap(file => ['.js', '.d.ts'].map(suffix => file.replace(/^src/, 'dist').replace(/\.ts$/, suffix)))
  const built = files.filter(file => file.startsWith('dist/') && !file.endsWith('.map'))
  expect(built.sort((a, b) => a.localeCompare(b))).toEqual(expected.sort((a, b) => a.localeCompare(b)))
})

test.each(['odradek', 'odradek/protocol'])('every name of %s can be required and imported, and is the same thing', async specifier => {
  const names = JSON.parse(await evaluate('names.cjs', `console.log(JSON.stringify(Object.keys(require('${specifier}'))))`)) as string[]
  expect(names.length).toBeGreaterThan(5)
  const program = `import { ${names.join(', ')} } from '${specifier}'
import { createRequire } from 'node:module'
const required = createRequire(import.meta.url)('${specifier}')
const imported = { ${names.join(', ')} }
console.log(JSON.stringify(Object.keys(required).filter(name => imported[name] !== required[name] || imported[name] === undefined)))`
  expect(JSON.parse(await evaluate('names.mjs', program))).toEqual([])
})

test('loading the package loads no codec, and leaves nothing that keeps the process alive', async () => {
  const program = `require('odradek')
const loaded = Object.keys(require.cache).filter(file => /node_modules.(snappy|lz4-napi|@napi)/.test(file))
console.log(JSON.stringify(loaded), JSON.stringify(process.getActiveResourcesInfo().filter(name => !/Pipe|TTY/.test(name))))`
  expect(await evaluate('load.cjs', program)).toBe('[] []\n')
})

test('the command that the package brings runs', async () => {
  const installed = path.join(folder, 'node_modules', 'odradek')
  const { bin } = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8')) as { bin: { odradek: string } }
  const command = path.join(installed, bin.odradek)
  expect(fs.readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', command, 'broker', '--help'])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^Usage: odradek broker/)
})
