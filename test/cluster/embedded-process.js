// The process of embedded brokers: `node embedded-process.js <folder of the cluster>`. Plain JavaScript: it runs outside jest.
'use strict'

require('../../scripts/setup/load-typescript.js')
const fs = require('node:fs')
const path = require('node:path')
const { serveCommands } = require('./command-server.js')
const { EmbeddedBrokers } = require('./embedded-brokers.ts')

const [folder] = process.argv.slice(2)

async function main() {
  const brokers = await EmbeddedBrokers.start(JSON.parse(fs.readFileSync(path.join(folder, 'cluster.json'), 'utf8')))
  const commands = {
    /** {nodeId} */
    kill: ({ nodeId }) => brokers.kill(nodeId),
    start: ({ nodeId }) => brokers.start(nodeId),
    freeze: ({ nodeId }) => brokers.freeze(nodeId),
    thaw: ({ nodeId }) => brokers.thaw(nodeId),
    isLive: ({ nodeId }) => brokers.isLive(nodeId),
    /** {topic, partition, folder}: writes the partition's log into the folder as a segment file of Kafka's. */
    writeLog: ({ topic, partition, folder }) => brokers.writeLog(topic, partition, folder)
  }
  serveCommands(commands, path.join(folder, 'embedded.sock'))
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
