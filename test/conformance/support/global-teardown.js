'use strict'

const { newProtocolErrors } = require('./known-faults.ts')

module.exports = async () => {
  const cluster = globalThis.odradekKafka
  const errors = newProtocolErrors(cluster)
  await cluster.stop()
  if (errors.length > 0) throw new Error(`The brokers met requests that they could not take:\n${errors.join('\n')}`)
}
