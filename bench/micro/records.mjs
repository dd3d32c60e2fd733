// Records per second of the batch writer and reader alone, beside the prototype's loops in the same run. Needs `npm run build`.
// node bench/micro/records.mjs [folder of the build]
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import * as prototype from './records-prototype.mjs'

const folder = resolve(process.argv[2] ?? 'dist')
const require = createRequire(pathToFileURL(`${folder}/index.js`))
const { RecordBatchWriter } = require('./protocol/records/record-batch-writer')
const { readBatches, decodeBatch } = require('./protocol/records/record-batch-reader')

const perBatch = 1000
const now = 1_700_000_000_000
const keys = Array.from({ length: perBatch }, (_, i) => `key-${i}`)
const keyBuffers = keys.map(key => Buffer.from(key))

function measure(name, work, perRun = perBatch, seconds = 0.6) {
  for (let i = 0; i < 200; i++) work()
  let best = 0
  for (let round = 0; round < 30; round++) {
    const start = performance.now()
    let runs = 0
    while (performance.now() - start < (seconds * 1000) / 30) {
      work()
      runs++
    }
    best = Math.max(best, (runs * perRun) / (performance.now() - start) / 1000)
  }
  console.log(`${name.padEnd(58)} ${best.toFixed(2)} M records/s`)
}

for (const size of [10, 100, 1024]) {
  const value = Buffer.alloc(size, 'x')
  const text = 'x'.repeat(size)
  const write = (key, content, headers, closing) => {
    const writer = new RecordBatchWriter({ initialBytes: 128 * 1024 })
    for (let i = 0; i < perBatch; i++) writer.tryAppend(1 << 30, now + (i >>> 4), key(i), content, headers)
    const batch = closing === undefined ? undefined : writer.close(closing)
    writer.release()
    return batch
  }
  measure(`prototype  append ${size} B, buffer value, close`, () => prototype.write(keys, value, perBatch))
  measure(`           append ${size} B, no close`, () => write(i => keys[i], value))
  measure(`           append ${size} B, buffer value, close`, () => write(i => keys[i], value, undefined, {}))
  measure(`           append ${size} B, buffer key and value, close`, () => write(i => keyBuffers[i], value, undefined, {}))
  measure(`           append ${size} B, text value, close`, () => write(i => keys[i], text, undefined, {}))
  measure(`           append ${size} B, two headers, close`, () => write(i => keys[i], value, { a: 'b', trace: value.subarray(0, 8) }, {}))

  for (const step of [0, 4]) {
    const writer = new RecordBatchWriter()
    for (let i = 0; i < perBatch; i++) writer.append(now + (i >>> step), keys[i], value)
    const bytes = Buffer.from(writer.close())
    bytes.writeBigInt64BE(12_345_678n, 0)
    const note = step === 0 ? 'a new time each' : 'a new time each 16'
    measure(`prototype  decode ${size} B, ${note}`, () => prototype.decode(bytes))
    measure(`           decode ${size} B, ${note}`, () => {
      for (const batch of readBatches(bytes)) decodeBatch(batch)
    })
    measure(`           decode ${size} B, ${note}, no CRC`, () => {
      for (const batch of readBatches(bytes, { checkCrcs: false })) decodeBatch(batch)
    })
  }
}
