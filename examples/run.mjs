/**
 * `npm run examples [js|mjs|ts]`: runs the programs of examples/quickstart one after the other, the consumer until it has printed a
 * message. They talk to the brokers that KAFKA_BROKERS names (`host:port,host:port`), else to an embedded broker. Does all set-up itself.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ensureBuild, ensureDependencies } from '../scripts/setup/prepare.mjs'

const require = createRequire(import.meta.url)
const folder = path.join(import.meta.dirname, 'quickstart')
const kind = process.argv[2] ?? 'js'

/** Runs one program; with `stopAfter` it is stopped, as with Ctrl-C, when it has printed that. */
function run(program, brokers, { stopAfter } = {}) {
  console.log(`\n── ${program}`)
  // Node 20 does not read TypeScript by itself.
  const loader = program.endsWith('.ts') ? ['-r', require.resolve('../scripts/setup/load-typescript.js')] : []
  const env = { ...process.env, KAFKA_BROKERS: brokers.join(',') }
  const child = spawn(process.execPath, [...loader, path.join(folder, program)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let output = ''
    let stopped = false
    child.stdout.on('data', text => {
      process.stdout.write(text)
      output += String(text)
      if (stopAfter === undefined || stopped || !stopAfter.test(output)) return
      stopped = true
      child.kill('SIGINT')
    })
    child.once('error', reject)
    child.once('close', code => (code === 0 || stopped ? resolve() : reject(new Error(`${program} ended with ${code}`))))
  })
}

async function runAll(brokers) {
  await run(`admin.${kind}`, brokers)
  await run(`producer.${kind}`, brokers)
  await run(`consumer.${kind}`, brokers, { stopAfter: /value: '.*\n/ })
}

if (!['js', 'mjs', 'ts'].includes(kind)) throw new Error(`The programs are there as js, mjs and ts, not as ${kind}`)
await ensureDependencies()
await ensureBuild()
if (process.env.KAFKA_BROKERS) await runAll(process.env.KAFKA_BROKERS.split(','))
else {
  console.log('KAFKA_BROKERS is not set: starting an embedded broker')
  const { EmbeddedKafka } = require('odradek/testing')
  const kafka = await EmbeddedKafka.start({ configs: { 'group.initial.rebalance.delay.ms': '0' } })
  try {
    await runAll(kafka.brokers)
  } finally {
    await kafka.stop()
  }
}
