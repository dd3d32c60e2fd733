// node bench/micro/int64.mjs: what an int64 costs, read from bytes, written to bytes, and as the decimal string that KafkaJS's shapes have.
// Each way reads and writes the same 4,096 offsets of a long-lived topic, and the best of several rounds counts.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const Long = require('long')

const count = 4096
const rounds = 15
const repeats = 400
const bytes = Buffer.alloc(8 * count)
for (let i = 0; i < count; i++) bytes.writeBigInt64BE(1_234_567_890_123n + BigInt(i) * 977n, 8 * i)
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
const target = Buffer.alloc(8 * count)
const targetView = new DataView(target.buffer, target.byteOffset, target.length)

const twoTo32 = 2 ** 32
const readers = {
  'bigint, DataView': at => view.getBigInt64(at),
  'bigint, Buffer': at => bytes.readBigInt64BE(at),
  'number, DataView hi and lo': at => view.getInt32(at) * twoTo32 + view.getUint32(at + 4),
  Long: at => new Long(view.getInt32(at + 4), view.getInt32(at), false)
}
const writers = {
  'bigint, DataView': (at, value) => targetView.setBigInt64(at, value),
  'bigint, Buffer': (at, value) => target.writeBigInt64BE(value, at),
  'number, DataView hi and lo': (at, value) => {
    targetView.setInt32(at, Math.floor(value / twoTo32))
    targetView.setUint32(at + 4, value >>> 0)
  },
  Long: (at, value) => {
    targetView.setInt32(at, value.high)
    targetView.setInt32(at + 4, value.low)
  }
}

/** Nanoseconds a call, the best round. */
function time(work) {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) work()
    best = Math.min(best, ((performance.now() - start) * 1e6) / (repeats * count))
  }
  return best
}

// Each measurement is its own function made from source, so that no call site sees the types of another.
// oxlint-disable-next-line typescript/no-implied-eval -- that is the point
const loopOf = body => new Function('values', 'f', 'count', `return () => { ${body} }`)
const results = {}
for (const [name, read] of Object.entries(readers)) {
  const values = Array.from({ length: count }, (_, i) => read(8 * i))
  results[name] = {
    'read, ns': time(loopOf('for (let i = 0; i < count; i++) values[i] = f(8 * i)')(values.slice(), read, count)),
    'write, ns': time(loopOf('for (let i = 0; i < count; i++) f(8 * i, values[i])')(values, writers[name], count)),
    'to string, ns': time(
      loopOf('let n = 0; for (let i = 0; i < count; i++) n += values[i].toString().length; return n')(values, null, count)
    ),
    'read and compare, ns': time(
      loopOf(
        name === 'Long'
          ? 'let n = 0; const limit = f(0); for (let i = 0; i < count; i++) if (f(8 * i).greaterThan(limit)) n++; return n'
          : 'let n = 0; const limit = f(0); for (let i = 0; i < count; i++) if (f(8 * i) > limit) n++; return n'
      )(values, read, count)
    )
  }
}
for (const row of Object.values(results)) for (const key of Object.keys(row)) row[key] = Math.round(row[key] * 10) / 10
console.log(`node ${process.version}`)
console.table(results)
