// Nanoseconds and GB/s of CRC-32C by size: the JavaScript package, the native one, and where the two cross.
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const script = require('crc-32/crc32c')
const native = require('@node-rs/crc32')

function best(work, bytes) {
  const runs = Math.max(10, Math.min(20_000, Math.floor(4_000_000 / bytes.length)))
  let nanoseconds = Infinity
  for (let round = 0; round < 60; round++) {
    const start = performance.now()
    for (let i = 0; i < runs; i++) work(bytes)
    nanoseconds = Math.min(nanoseconds, ((performance.now() - start) * 1e6) / runs)
  }
  return nanoseconds
}

for (const size of [100, 256, 512, 768, 1024, 2048, 4096, 16_384, 65_536, 1_048_576]) {
  const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * 31) & 0xff))
  const a = best(b => script.buf(b, 0), bytes)
  const b = best(b => native.crc32c(b), bytes)
  const text = nanoseconds => `${nanoseconds.toFixed(0).padStart(8)} ns ${(size / nanoseconds).toFixed(2).padStart(6)} GB/s`
  console.log(`${String(size).padStart(8)} B   crc-32 ${text(a)}   @node-rs/crc32 ${text(b)}`)
}
