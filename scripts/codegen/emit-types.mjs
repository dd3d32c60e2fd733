import { primitives } from './primitives.mjs'
import { contains, describe, isEmpty } from './version-range.mjs'

/**
 * @typedef {import('./model.mjs').Type} Type
 * @typedef {import('./model.mjs').Field} Field
 * @typedef {import('./model.mjs').Struct} Struct
 * @typedef {import('./model.mjs').Message} Message
 */

/**
 * The two interfaces of a structure: what decode gives, and what encode takes.
 * @param {Struct} struct
 * @param {Message} message
 * @returns {string}
 */
export function emitTypes(struct, message) {
  const title = struct === message.root ? `${message.name}, versions ${range(message)}.` : `Part of ${message.name}.`
  const fields = struct.fields.map(field => `${doc(field, message)}  ${field.name}: ${decodedType(field)}\n`).join('')
  const inputs = struct.fields.map(field => `  ${field.name}?: ${inputType(field)} | undefined\n`).join('')
  return (
    `/** ${title} */\nexport interface ${struct.name} {\n${fields}}\n\n` +
    `/** What encode takes for {@link ${struct.name}}: a field left out has its default. */\n` +
    `export interface ${struct.name}Input {\n${inputs}}\n`
  )
}

/** @param {Message} message */
const range = message =>
  message.versions.lo === message.versions.hi ? message.versions.lo : `${message.versions.lo}–${message.versions.hi}`

/** @param {Field} field @returns {boolean} */
export const mayBeNull = field => !isEmpty(field.nullable) || field.default === 'null'

/** @param {Field} field @returns {string} */
export const decodedType = field => decoded(field.type) + (mayBeNull(field) ? ' | null' : '')

/** @param {Type} type @returns {string} */
export function decoded(type) {
  if (type.kind === 'array') return `${decoded(type.element)}[]`
  return type.kind === 'struct' ? type.struct.name : primitives[type.name].ts
}

/** @param {Field} field @returns {string} */
const inputType = field => input(field.type) + (mayBeNull(field) ? ' | null' : '')

/** @param {Type} type @returns {string} */
function input(type) {
  if (type.kind === 'array') return `readonly ${input(type.element)}[]`
  return type.kind === 'struct' ? `${type.struct.name}Input` : primitives[type.name].inputTs
}

/** @param {Type} type @returns {string} the type in the schema's words */
function schemaType(type) {
  if (type.kind === 'array') return `array of ${schemaType(type.element)}`
  return type.kind === 'struct' ? type.struct.name : type.name
}

/** Facts only; the schemas' own sentences stay with the schemas. @param {Field} field @param {Message} message */
function doc(field, message) {
  const facts = [schemaType(field.type)]
  if (!contains(field.versions, message.versions)) facts.push(`versions ${describe(field.versions, message.versions)}`)
  if (!isEmpty(field.nullable)) {
    const always = contains(field.nullable, field.versions)
    facts.push(always ? 'may be null' : `may be null in versions ${describe(field.nullable, message.versions)}`)
  }
  if (field.tag !== undefined) facts.push(`tag ${field.tag}`)
  if (!['[]', '{}', '0', '0n', "''", 'false', 'zeroUuid', 'emptyBytes'].includes(field.default)) facts.push(`default ${field.default}`)
  if (field.ignorable && !contains(field.versions, message.versions)) facts.push('dropped in other versions')
  return `  /** ${facts.join('; ')} */\n`
}
