/**
 * Proves the fault tests: plants known bugs one at a time (test/faults/planted/bugs.js) and shows which scenarios catch each. Ends with
 * `N passed, N failed`, where a bug that nothing catches has failed.
 *
 *   node scripts/planted.mjs [PART OF A NAME]
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { root, runCommand } from './setup/run-command.mjs'

const require = createRequire(import.meta.url)
const { bugs } = require('../test/faults/planted/bugs.js')
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-planted-'))
const chosen = bugs.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const rows = []

for (const { name, scenarios } of chosen) {
  const report = path.join(temporary, `${rows.length}.json`)
  const start = performance.now()
  const args = [
    '--config',
    'test/faults/planted/jest.config.js',
    '--testPathPatterns',
    scenarios,
    '--json',
    `--outputFile=${report}`,
    '--silent',
    '--forceExit'
  ]
  await runCommand(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    limitMinutes: 5,
    quiet: true,
    env: { FAULT_RUNS: '40', ...process.env, ODRADEK_PLANTED: name }
  })
  const { testResults = [], numTotalTests = 0 } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : {}
  const caughtBy = testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => `${path.basename(file, '.test.ts')}: ${title}`)
  )
  rows.push({ name, caughtBy, numTotalTests, seconds: Math.round((performance.now() - start) / 1000) })
  console.log(
    `${caughtBy.length > 0 ? 'caught ' : 'MISSED '} ${name} (${caughtBy.length} of ${numTotalTests} tests, ${rows.at(-1).seconds} s)`
  )
  for (const scenario of caughtBy.slice(0, 4)) console.log(`          ${scenario}`)
}

fs.rmSync(temporary, { recursive: true })
const missed = rows.filter(({ caughtBy }) => caughtBy.length === 0).length
console.log(`${rows.length - missed} passed, ${missed} failed`)
process.exitCode = missed === 0 ? 0 : 1
