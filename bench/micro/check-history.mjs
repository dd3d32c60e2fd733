// node bench/micro/check-history.mjs [operations]: how long the checker of the fault tests takes for a history, by default of a million
// sends that a group of consumers reads, and how much memory.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const require = createRequire(import.meta.url)
require('../../scripts/setup/load-typescript.js')
const { checkHistory } = require('../../test/faults/checker/check-history.ts')
const { readHistory } = require('../../test/faults/history/read-history.ts')

const operations = Number(process.argv[2] ?? 1_000_000)
const partitions = 6
const batch = 50
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-check-'))
const file = path.join(folder, 'history.ndjson')
const output = fs.openSync(file, 'a')
let pending = []
let t = 0
const write = line => {
  pending.push(`${JSON.stringify({ t: (t += 0.01), process: 'bench', ...line })}\n`)
  if (pending.length < 10_000) return
  fs.writeSync(output, pending.join(''))
  pending = []
}

write({ f: 'run', type: 'note', scenario: 'bench', seed: '1', settings: {} })
const group = partition => ({ group: 'g', member: `m${partition % 3}`, topic: 't', partition })
write({ f: 'subscribe', type: 'note', group: 'g', topics: ['t'], isolation: 'read_committed', from: 'earliest' })
const logs = Array.from({ length: partitions }, () => [])
for (let p = 0; p < partitions; p++) write({ f: 'assign', type: 'note', ...group(p), generation: 1, position: 0, fromCommit: false })
for (let op = 1; op <= operations; op++) {
  const partition = op % partitions
  const log = logs[partition]
  const value = `run:producer:${op}`
  write({ f: 'send', type: 'invoke', op, session: 's', topic: 't', values: [value], deadlineMs: 30_000 })
  write({ f: 'send', type: 'ok', op, partition, offset: log.length })
  log.push([log.length, value])
  if (log.length % batch !== 0) continue
  write({ f: 'deliver', type: 'note', ...group(partition), records: log.slice(-batch) })
  write({ f: 'finish', type: 'note', ...group(partition), offset: log.length - 1 })
  write({ f: 'commit', type: 'invoke', op: operations + op, ...group(partition), offset: log.length })
  write({ f: 'commit', type: 'ok', op: operations + op })
}
logs.forEach((log, partition) => {
  const rest = log.slice(log.length - (log.length % batch))
  if (rest.length > 0) write({ f: 'deliver', type: 'note', ...group(partition), records: rest })
  for (const reader of ['odradek', 'java']) {
    for (let i = 0; i < log.length; i += 1_000) {
      write({
        f: 'log',
        type: 'note',
        reader,
        isolation: 'read_committed',
        topic: 't',
        partition,
        start: 0,
        records: log.slice(i, i + 1_000)
      })
    }
  }
})
fs.writeSync(output, pending.join(''))
fs.closeSync(output)
logs.length = 0

const started = performance.now()
const cpuBefore = process.cpuUsage()
const verdict = checkHistory(readHistory(file))
const seconds = (performance.now() - started) / 1000
const cpu = process.cpuUsage(cpuBefore)
const cpuSeconds = (cpu.user + cpu.system) / 1e6
const mb = Math.round(fs.statSync(file).size / 1e6)
const rss = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(
  `${verdict.records} records, ${mb} MB: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU, ${rss} MB of memory at most, ${verdict.violations.length} violations`
)
fs.rmSync(folder, { recursive: true })
