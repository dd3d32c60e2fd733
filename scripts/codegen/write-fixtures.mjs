// node scripts/codegen/write-fixtures.mjs: has Java's clients write one random message for every message and version, as
// test/protocol/fixtures/java-messages.txt.gz, so that machines without Java can hold the codecs against Java's bytes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { kafkaJars } from '../setup/kafka-jars.js'
import { clientsVersion } from './schemas.mjs'

const seed = '1'
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const sources = join(root, 'test/java/messages')
const jars = join(await kafkaJars(clientsVersion), '*')
const classes = mkdtempSync(join(tmpdir(), 'odradek-fixtures-'))
try {
  const files = readdirSync(sources).map(name => join(sources, name))
  execFileSync('javac', ['-nowarn', '-d', classes, '-cp', jars, ...files])
  const lines = execFileSync('java', ['-cp', [classes, jars].join(delimiter), 'Messages', 'write', seed, '1'], { maxBuffer: 2 ** 30 })
  const packed = gzipSync(lines, { level: 9 })
  writeFileSync(join(root, 'test/protocol/fixtures/java-messages.txt.gz'), packed)
  console.log(`${lines.toString().split('\n').length - 1} messages, ${packed.length} bytes`)
} finally {
  rmSync(classes, { recursive: true, force: true })
}
