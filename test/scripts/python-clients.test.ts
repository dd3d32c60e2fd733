import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

// The script as a process of its own, with a PATH on which only a python3 of ours is: it installs nothing.
const script = path.join(__dirname, '..', '..', 'scripts', 'setup', 'python-clients.js')
const run = promisify(execFile)
let folder: string
let environments: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-python-'))
  environments = path.join(folder, 'cache', 'odradek', 'python')
  fs.mkdirSync(path.join(folder, 'bin'))
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A python3 that has modules or not, and makes environments whose interpreter does `pip`. */
function python(version: string, pip = 'exit 0'): void {
  const text = `#!/bin/sh
PATH=/usr/bin:/bin
case "$1" in
  --version) exit 0;;
  -c) [ -n "${version}" ] && echo "${version}" && exit 0; exit 1;;
esac
echo run >> ${folder}/runs
mkdir -p "$3/bin" && printf '#!/bin/sh\\n${pip}\\n' > "$3/bin/python" && chmod +x "$3/bin/python"
`
  fs.writeFileSync(path.join(folder, 'bin', 'python3'), text, { mode: 0o755 })
}

function install(): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [script], { env: { PATH: path.join(folder, 'bin'), XDG_CACHE_HOME: path.join(folder, 'cache') } })
}

test('installs once for callers at the same time, and gives the interpreter', async () => {
  python('3.11')
  const results = await Promise.all([install(), install(), install()])
  const [environment, ...others] = fs.readdirSync(environments)
  expect(others).toEqual([])
  expect(results.map(({ stdout }) => stdout.trim())).toEqual(
    Array.from({ length: 3 }, () => path.join(environments, environment, 'bin', 'python'))
  )
  await install()
  expect(fs.readFileSync(path.join(folder, 'runs'), 'utf8')).toBe('run\n')
})

test('an installation that fails leaves nothing, and says what pip said', async () => {
  python('3.11', 'echo no such package; exit 1')
  const stderr: unknown = expect.stringMatching(/Cannot install the Python clients: python ended with 1:\nno such package/)
  await expect(install()).rejects.toMatchObject({ stderr })
  expect(fs.readdirSync(environments)).toEqual([])
})

test.each([
  [undefined, 'there is no python3 on the PATH'],
  ['', 'lacks the modules venv and ensurepip'],
  ['3.7', 'python3 is 3.7']
])('says in words what the machine lacks (%j)', async (version, message) => {
  if (version !== undefined) python(version)
  await expect(install()).rejects.toMatchObject({ stderr: expect.stringContaining(message) as unknown })
})
