/**
 * The process of a fault proxy: carries out the commands of the `FaultProxy` that forked it, and tells what happens. Plain JavaScript,
 * because it runs outside jest; it ends with its parent.
 */
'use strict'

const fs = require('node:fs')
require('../../../scripts/setup/load-typescript.js')
const { FaultProxyServer } = require('./fault-proxy-server.ts')

const [, , seed, verbose, traceFile] = process.argv
const trace = traceFile === undefined ? undefined : fs.openSync(traceFile, 'a')

const server = new FaultProxyServer(seed, event => {
  if (trace !== undefined) fs.writeSync(trace, `${JSON.stringify(event)}\n`)
  const isOfFrame = event.type === 'forwarded' || event.type === 'returned'
  if (process.connected && (!isOfFrame || verbose === 'verbose')) process.send({ event })
})

const commands = {
  listen: broker => server.listen(broker),
  redirect: ({ nodeId, port }) => server.redirect(nodeId, port),
  addRule: rule => server.addRule(rule),
  removeRule: id => server.removeRule(id),
  release: id => server.release(id),
  fired: () => server.rules.fired(),
  dropConnections: how => server.dropConnections(how),
  stop: () => server.stop()
}

async function obey({ id, command, parameter }) {
  try {
    process.send({ id, result: await commands[command](parameter) })
  } catch (error) {
    process.send({ id, error: error.message })
  }
}

process.on('message', message => void obey(message))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.on('disconnect', () => process.exit(0))
process.send({ ready: true })
