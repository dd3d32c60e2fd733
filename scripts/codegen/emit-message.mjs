import { emitDecode, emitDefault, structsWithDefault } from './emit-decode.mjs'
import { emitEncode, emitIsDefault, structsWithIsDefault } from './emit-encode.mjs'
import { emitTypes } from './emit-types.mjs'
import { camelCase } from './naming.mjs'
import { isEmpty } from './version-range.mjs'

/** @typedef {import('./model.mjs').Message} Message */

/**
 * A message's module: types, encode, decode, and the codec that names them.
 * @param {Message} message
 * @param {string} source what it is made from, for the first line
 * @returns {string} source text
 */
export function emitMessage(message, source) {
  const withIsDefault = structsWithIsDefault(message)
  const withDefault = structsWithDefault(message)
  const parts = []
  for (const struct of message.structs.toReversed()) {
    parts.push(emitTypes(struct, message), emitEncode(struct, message), emitDecode(struct, message))
    if (withDefault.has(struct)) parts.push(emitDefault(struct))
    if (withIsDefault.has(struct)) parts.push(emitIsDefault(struct))
  }
  parts.push(emitCodec(message))
  const code = parts.join('\n')
  return `${header(message.name, source)}${imports(code)}\n${code}`
}

/** @param {string} name @param {string} source */
export const header = (name, source) => `// Made by scripts/codegen from ${name} in ${source} (see NOTICE); not to be edited.\n`

/** @param {Message} message */
function emitCodec({ name, versions, flexible }) {
  return (
    `export const ${camelCase(name)}Codec: MessageCodec<${name}Input, ${name}> = {\n` +
    `  name: '${name}',\n  lowestVersion: ${versions.lo},\n  highestVersion: ${versions.hi},\n` +
    `  lowestFlexibleVersion: ${isEmpty(flexible) ? 'Infinity' : flexible.lo},\n  encode: encode${name},\n  decode: decode${name}\n}\n`
  )
}

/** @param {string} code */
function imports(code) {
  const uses = (/** @type {string} */ word) => new RegExp(`\\b${word}\\b`).test(code)
  const lines = ["import type { MessageCodec } from '../api'\n"]
  const guards = ['notInVersion', 'notNullInVersion'].filter(uses)
  if (guards.length > 0) lines.push(`import { ${guards.join(', ')} } from '../version-guards'\n`)
  const readerImports = [uses('emptyBytes') ? 'emptyBytes' : '', 'type Reader'].filter(Boolean)
  lines.push(
    readerImports.length > 1 ? `import { ${readerImports.join(', ')} } from '../reader'\n` : "import type { Reader } from '../reader'\n"
  )
  if (uses('zeroUuid')) lines.push("import { zeroUuid } from '../uuid'\n")
  lines.push(`import type { ${uses('RecordsInput') ? 'RecordsInput, ' : ''}Writer } from '../writer'\n`)
  return lines.join('')
}
