import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

// The script as a process of its own, with a PATH on which only a java and an mvn of ours are: they fetch nothing.
const script = path.join(__dirname, '..', '..', 'scripts', 'setup', 'kafka-jars.js')
const run = promisify(execFile)
let folder: string
let jars: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-jars-'))
  jars = path.join(folder, 'cache', 'odradek', 'kafka')
  fs.mkdirSync(path.join(folder, 'bin'))
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

function command(name: string, text: string): void {
  fs.writeFileSync(path.join(folder, 'bin', name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${text}`, { mode: 0o755 })
}

function java(version: string): void {
  command('java', `echo 'openjdk version "${version}" 2025-01-01' >&2`)
}

/** Writes a jar where it is told to, and a line to the file `runs` for each fetch. */
function maven(): void {
  command(
    'mvn',
    `[ "$1" = -version ] && exit 0
echo run >> ${folder}/runs
for argument; do case "$argument" in -DoutputDirectory=*) mkdir -p "\${argument#*=}" && touch "\${argument#*=}/kafka.jar";; esac; done`
  )
}

function fetchJars(version: string): Promise<{ stdout: string; stderr: string }> {
  const env = { PATH: path.join(folder, 'bin'), XDG_CACHE_HOME: path.join(folder, 'cache') }
  return run(process.execPath, [script, version], { env })
}

function fetches(): number {
  return fs.existsSync(path.join(folder, 'runs')) ? fs.readFileSync(path.join(folder, 'runs'), 'utf8').split('\n').length - 1 : 0
}

test('fetches once for callers at the same time, and leaves the jars alone in the cache', async () => {
  java('17.0.1')
  maven()
  const results = await Promise.all([fetchJars('2.8.2'), fetchJars('2.8.2'), fetchJars('2.8.2')])
  expect(results.map(({ stdout }) => stdout.trim())).toEqual(Array.from({ length: 3 }, () => path.join(jars, '2.8.2')))
  expect(fetches()).toBe(1)
  expect(fs.readdirSync(jars)).toEqual(['2.8.2'])
  expect(fs.readdirSync(path.join(jars, '2.8.2'))).toEqual(['kafka.jar'])
  await fetchJars('2.8.2')
  expect(fetches()).toBe(1)
})

test('takes over the lock of a process that has died', async () => {
  java('21')
  maven()
  fs.mkdirSync(jars, { recursive: true })
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  fs.writeFileSync(path.join(jars, '.lock'), String(pid))
  await fetchJars('3.9.2')
  expect(fs.readdirSync(jars)).toEqual(['3.9.2'])
})

test('a fetch that fails leaves nothing, and says what Maven said', async () => {
  java('17.0.1')
  command('mvn', `[ "$1" = -version ] && exit 0\necho 'no such artifact'\nexit 1`)
  await expect(fetchJars('4.3.1')).rejects.toMatchObject({ stderr: expect.stringMatching(/Cannot fetch Kafka 4\.3\.1.*no such artifact/s) })
  expect(fs.readdirSync(jars)).toEqual([])
})

test('says in words what the machine lacks', async () => {
  await expect(fetchJars('4.3.1')).rejects.toMatchObject({ stderr: expect.stringContaining('there is no java on the PATH') })
  java('11.0.2')
  await expect(fetchJars('4.3.1')).rejects.toMatchObject({ stderr: expect.stringContaining('the java on the PATH is 11') })
  java('1.8.0_292')
  await expect(fetchJars('4.3.1')).rejects.toMatchObject({ stderr: expect.stringContaining('the java on the PATH is 8') })
  java('17.0.1')
  await expect(fetchJars('4.3.1')).rejects.toMatchObject({ stderr: expect.stringContaining('there is no mvn on the PATH') })
  maven()
  await expect(fetchJars('9.9.9')).rejects.toMatchObject({ stderr: expect.stringContaining('Kafka 9.9.9 is not one of') })
})
