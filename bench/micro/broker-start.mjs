// How long the embedded broker takes to start and to stop, on sockets and in memory. Needs `npm run build`.
// node bench/micro/broker-start.mjs [folder of the build]
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

const folder = resolve(process.argv[2] ?? 'dist')
const require = createRequire(pathToFileURL(`${folder}/index.js`))
const ms = since => performance.now() - since
const shown = list => {
  const sorted = [...list].sort((a, b) => a - b)
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2)
  return `median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, most ${at(1)} ms`
}

const loading = performance.now()
const { EmbeddedKafka } = require('./testing')
console.log(`loading the module: ${ms(loading).toFixed(1)} ms`)
const first = performance.now()
const kafka = await EmbeddedKafka.start({ topics: [{ topic: 't' }] })
console.log(`first start: ${ms(first).toFixed(1)} ms`)
await kafka.stop()
for (const options of [{}, { brokers: 3 }, { memory: true }]) {
  const starts = []
  const stops = []
  for (let i = 0; i < 300; i++) {
    const begin = performance.now()
    const one = await EmbeddedKafka.start({ topics: [{ topic: 't', numPartitions: 3 }], ...options })
    starts.push(ms(begin))
    const end = performance.now()
    await one.stop()
    stops.push(ms(end))
  }
  console.log(`${JSON.stringify(options)}: start ${shown(starts)}; stop ${shown(stops)}`)
}
