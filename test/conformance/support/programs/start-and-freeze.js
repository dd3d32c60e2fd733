// Starts a cluster, freezes its broker, prints the process ids and the folder, and waits to be killed. For harness.test.ts.
'use strict'

require('../../../../scripts/setup/load-typescript.js')
const { KafkaCluster } = require('../../../cluster/kafka-cluster.ts')
const { chosenCluster } = require('../chosen-cluster.ts')

async function main() {
  const cluster = await KafkaCluster.start({ version: chosenCluster().version, nodes: 1 })
  await cluster.node(1).freeze()
  console.log(JSON.stringify({ folder: cluster.folder, processIds: await cluster.processIds() }))
  process.stdin.resume()
}

void main()
