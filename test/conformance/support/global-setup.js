// Started by jest before the conformance tests: one cluster for all of them. Where it is goes through the environment to the test
// files, which may run in a worker process. It is stopped by global-teardown.js, or ends with this process.
'use strict'

const { startCluster } = require('../../cluster/start-cluster.ts')
const { chosenCluster } = require('./chosen-cluster.ts')

module.exports = async () => {
  const cluster = await startCluster({ ...chosenCluster(), listeners: 'all' })
  await cluster.waitForCoordinators()
  process.env.ODRADEK_KAFKA_FOLDER = cluster.folder
  globalThis.odradekKafka = cluster
}
