/**
 * `npm test`: set-up where needed, every check of the tree, and the tests; where Java and Maven are there, on a real Kafka 4.3.1 too, and
 * where Python 3 is there as well, with clients of others on the embedded broker.
 * Stops at the first step that fails. Its last line is `N passed, N failed[, N skipped]`, summed over all jest runs; a failed step
 * that is no jest run counts as one failure.
 *
 *   --unit-only                 only the unit and scenario tests, with the Node that runs this script
 *   --conformance-only CLUSTER  only the conformance suite, on 4.3.1x1, 4.3.1x3, 3.9.2x1, 2.8.2x1, embedded-4.3x1 or embedded-4.3x3
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bin, build, ensureDependencies } from './setup/prepare.mjs'
import { root, runCommand } from './setup/run-command.mjs'

const require = createRequire(import.meta.url)
const { whatIsMissing } = require('./setup/kafka-jars.js')
const { whatPythonLacks } = require('./setup/python-clients.js')
const { values: flags } = parseArgs({ options: { 'unit-only': { type: 'boolean' }, 'conformance-only': { type: 'string' } } })
const totals = { passed: 0, failed: 0, skipped: 0 }
const missing = whatIsMissing()
const foreignMissing = missing ?? whatPythonLacks()
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-test-'))

const check =
  (name, ...args) =>
  () =>
    runCommand(bin(name), args)

/** One jest run; its counts go into the totals. A file that could not be run at all counts as one failure. */
async function jest(projects, { env = {}, args = [], limitMinutes = 10 } = {}) {
  const report = path.join(temporary, `jest-${fs.readdirSync(temporary).length}.json`)
  const jestArgs = ['--ci', '--json', `--outputFile=${report}`, '--selectProjects', ...projects, ...args]
  const status = await runCommand(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...jestArgs], {
    limitMinutes,
    env: { ...process.env, ...env }
  })
  if (!fs.existsSync(report)) return status || 1
  const counts = JSON.parse(fs.readFileSync(report, 'utf8'))
  totals.passed += counts.numPassedTests
  totals.failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites
  totals.skipped += counts.numPendingTests + counts.numTodoTests
  return status
}

/** What runs on embedded brokers: the suites of the clients. The others are about real brokers, about Java, or start brokers themselves. */
const clientSuites = 'conformance/(admin|consumer|network|producer)/|conformance/(embedded-cluster|listeners|process-end)'

const conformance = cluster => () => {
  const suites = cluster.startsWith('embedded') ? ['--testPathPatterns', clientSuites] : []
  return jest(['conformance'], { args: ['--runInBand', ...suites], env: { ODRADEK_KAFKA: cluster }, limitMinutes: 15 })
}

// On all cores: jest leaves one for itself, which on two would leave one.
const allCores = ['--maxWorkers=100%']
const unit = ['unit tests and scenarios', () => jest(['unit', 'scenarios'], { args: allCores })]

const everything = [
  ['format', check('biome', 'format', '.')],
  ['lint', check('oxlint', '--type-aware', '--deny-warnings')],
  ['layers', check('depcruise', '--config', '.dependency-cruiser.cjs', 'src')],
  ['types', check('tsc', '-p', 'tsconfig.json', '--noEmit')],
  ...(missing === undefined ? [['generated code', () => runCommand(process.execPath, ['scripts/codegen/run.mjs', '--check'])]] : []),
  ['unused code', check('knip')],
  ['build', () => build().then(() => 0)],
  ['package contents', check('publint', '--strict')],
  ['package types', check('attw', '--pack', '.', '--profile', 'node16')],
  ['API report', check('api-extractor', 'run')],
  unit,
  ['contract and package tests', () => jest(['contract', 'package'], { args: allCores })],
  ...(foreignMissing === undefined
    ? [['foreign clients on the embedded broker', () => jest(['foreign'], { args: ['--maxWorkers=2'] })]]
    : []),
  ...(missing === undefined ? [['conformance on Kafka 4.3.1', conformance('4.3.1x1')]] : [])
]

function chosenSteps() {
  if (flags['unit-only']) return [unit]
  const cluster = flags['conformance-only']
  return cluster === undefined ? everything : [[`conformance on ${cluster}`, conformance(cluster)]]
}

/** Gives the name of the step that failed, if any. */
async function runSteps(steps) {
  const timings = []
  let failedStep
  for (const [name, run] of steps) {
    console.log(`\n── ${name}`)
    const start = performance.now()
    const failuresBefore = totals.failed
    const status = await run().catch(error => {
      console.error(error.message)
      return 1
    })
    timings.push(`${name} ${((performance.now() - start) / 1000).toFixed(0)} s`)
    if (status === 0) continue
    if (totals.failed === failuresBefore) totals.failed++
    failedStep = name
    break
  }
  console.log(`\n${timings.join(', ')}`)
  return failedStep
}

await ensureDependencies()
const failedStep = await runSteps(chosenSteps())
fs.rmSync(temporary, { recursive: true, force: true })
if (failedStep === undefined && !flags['unit-only']) {
  if (missing !== undefined) console.log(`conformance suite left out: ${missing}`)
  if (foreignMissing !== undefined) console.log(`foreign clients left out: ${foreignMissing}`)
}
if (failedStep !== undefined) console.log(`failed: ${failedStep}`)
process.exitCode = failedStep === undefined ? 0 : 1
console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`}`)
