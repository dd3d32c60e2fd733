// npm run codegen [-- --check] [-- --jar FILE]: makes src/protocol/generated from the message schemas in the clients jar.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './generate.mjs'
import { clientsVersion, readSchemas } from './schemas.mjs'

const target = join(dirname(fileURLToPath(import.meta.url)), '../../src/protocol/generated')

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, jar: { type: 'string' } } })
const files = generate(await readSchemas(values.jar), `kafka-clients ${clientsVersion}`)
const present = existsSync(target) ? readdirSync(target) : []
const read = (/** @type {string} */ name) => readFileSync(join(target, name), 'utf8')
const changed = [...files].filter(([name, text]) => !present.includes(name) || read(name) !== text).map(([name]) => name)
const superfluous = present.filter(name => !files.has(name))

if (values.check) {
  for (const name of changed) console.error(`src/protocol/generated/${name} differs from what the schemas give`)
  for (const name of superfluous) console.error(`src/protocol/generated/${name} is made from no schema`)
  if (changed.length + superfluous.length > 0) {
    console.error('run: npm run codegen')
    process.exitCode = 1
  } else console.log(`src/protocol/generated: ${files.size} files as the schemas give them`)
} else {
  mkdirSync(target, { recursive: true })
  for (const name of changed) writeFileSync(join(target, name), files.get(name) ?? '')
  for (const name of superfluous) rmSync(join(target, name))
  console.log(`src/protocol/generated: ${files.size} files, ${changed.length} written, ${superfluous.length} removed`)
}
