import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripComments } from './strip-comments.mjs'
import { readZip } from './zip-reader.cjs'

/** The release whose schemas the protocol code is made from. */
export const clientsVersion = '4.3.1'

const folder = 'common/message/'

/**
 * Reads every message schema of the clients jar.
 * @param {string | undefined} jar a jar file to use instead of fetching one
 * @returns {Promise<Map<string, any>>} parsed schemas by file name without `.json`, sorted
 */
export async function readSchemas(jar) {
  const file = jar ?? (await fetchJar())
  const entries = readZip(readFileSync(file), name => name.startsWith(folder) && name.endsWith('.json'))
  if (entries.size === 0) throw new Error(`${file}: no message schemas`)
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([name, text]) => [name.slice(folder.length, -'.json'.length), JSON.parse(stripComments(text.toString()))]))
}

async function fetchJar() {
  const { kafkaJars } = await import('../setup/kafka-jars.js')
  const lib = await kafkaJars(clientsVersion)
  const name = readdirSync(lib).find(entry => /^kafka-clients-[\d.]+\.jar$/.test(entry))
  if (name === undefined) throw new Error(`no kafka-clients jar in ${lib}`)
  return join(lib, name)
}
