import { decodedType, mayBeNull } from './emit-types.mjs'
import { braced, indent, indented, signature, upper } from './layout.mjs'
import { minimalElementSize } from './minimal-size.mjs'
import { localName } from './naming.mjs'
import { hasLength } from './primitives.mjs'
import { condition, contains, intersect, isEmpty, negatedCondition } from './version-range.mjs'

/**
 * @typedef {import('./model.mjs').Type} Type
 * @typedef {import('./model.mjs').Field} Field
 * @typedef {import('./model.mjs').Struct} Struct
 * @typedef {import('./model.mjs').Message} Message
 * @typedef {import('./version-range.mjs').VersionRange} VersionRange
 */

/**
 * The function that reads a structure. Its one result is an object literal with every field in the schema's order, so that all versions
 * share a hidden class.
 * @param {Struct} struct
 * @param {Message} message
 * @returns {string}
 */
export function emitDecode(struct, message) {
  const context = struct.versions
  const lines = []
  const flexible = condition(message.flexible, context)
  for (const field of struct.fields) lines.push(...decodeField(field, message, context))
  lines.push(...decodeTags(struct, message, context, flexible))
  const properties = struct.fields.map(({ name }) => (localName(name) === name ? name : `${name}: ${localName(name)}`))
  lines.push(...braced('return ', properties, '', 2))
  const body = lines.join('\n')
  const head = /\bflexible\b/.test(body) ? [`const flexible = ${flexible}`] : []
  const usesVersion = /\bversion\b(?!:)/.test(head.join('\n') + body)
  const parameters = [`${/\breader\b/.test(body) ? '' : '_'}reader: Reader`, `${usesVersion ? '' : '_'}version: number`]
  return `${signature(`decode${struct.name}`, parameters, struct.name)}${indent([...head, ...lines])}}\n`
}

/**
 * A structure with all fields at their defaults, where decoding may need one.
 * @param {Struct} struct
 * @returns {string}
 */
export function emitDefault(struct) {
  const properties = struct.fields.map(field => `${field.name}: ${defaultValue(field)}`)
  return `function default${struct.name}(): ${struct.name} {\n${indent(braced('return ', properties, '', 2))}}\n`
}

/**
 * The structures that decoding may have to make up.
 * @param {Message} message
 * @returns {Set<Struct>}
 */
export function structsWithDefault(message) {
  const found = new Set()
  /** @param {Field} field */
  const add = field => {
    if (field.type.kind !== 'struct' || field.default === 'null' || found.has(field.type.struct)) return
    found.add(field.type.struct)
    field.type.struct.fields.forEach(add)
  }
  for (const struct of message.structs) {
    for (const field of struct.fields) if (!isEmpty(field.tagged) || !contains(field.versions, struct.versions)) add(field)
  }
  return found
}

/** @param {Field} field @returns {string} */
const defaultValue = field =>
  field.type.kind === 'struct' && field.default === '{}' ? `default${field.type.struct.name}()` : field.default

/** @param {Field} field @param {Message} message @param {VersionRange} context @returns {string[]} */
function decodeField(field, message, context) {
  const name = localName(field.name)
  const present = isEmpty(field.tagged) ? condition(field.versions, context) : plainCondition(field, context)
  const reassigned = !isEmpty(field.tagged) || (field.type.kind === 'array' && mayBeNull(field))
  const keyword = reassigned ? 'let' : 'const'
  const declaration = `${keyword} ${name}: ${decodedType(field)}`
  if (present === 'false') return [`${declaration} = ${defaultValue(field)}`]
  const range = isEmpty(field.tagged) ? intersect(field.versions, context) : { lo: field.versions.lo, hi: field.tagged.lo - 1 }
  const { type } = field
  if (type.kind === 'array') {
    const body = decodeArray(field, type, message, range)
    if (present === 'true') return [`${declaration} = []`, ...body]
    const value = field.default === 'null' ? [`${name} = []`] : []
    return [`${declaration} = ${defaultValue(field)}`, `if (${present}) {`, ...indented([...value, ...body]), '}']
  }
  const value = valueOf(field, range)
  if (present === 'true') return [`${keyword} ${name} = ${value}`]
  return [`${keyword} ${name} = ${present} ? ${parenthesised(value)} : ${defaultValue(field)}`]
}

/** Versions before the field became a tagged one. @param {Field} field @param {VersionRange} context */
function plainCondition(field, context) {
  if (contains(field.tagged, field.versions)) return 'false'
  if (field.tagged.hi < field.versions.hi) throw new Error(`${field.name}: tagged in the middle of its versions`)
  return condition({ lo: field.versions.lo, hi: field.tagged.lo - 1 }, context)
}

/** A field that is not an array. @param {Field} field @param {VersionRange} range @returns {string} an expression */
function valueOf(field, range) {
  const { type } = field
  const nullable = condition(field.nullable, range)
  if (type.kind === 'struct') {
    const value = `decode${type.struct.name}(reader, version)`
    if (nullable === 'false') return value
    const marked = `reader.structPresent() ? ${value} : null`
    return nullable === 'true' ? marked : `${negatedCondition(field.nullable, range)} || reader.structPresent() ? ${value} : null`
  }
  if (type.kind === 'array') throw new Error('not here')
  const flexible = flexibility(field, range)
  if (nullable === 'true' || nullable === 'false') return primitive(type.name, flexible, nullable === 'true')
  return `${nullable} ? ${parenthesised(primitive(type.name, flexible, true))} : ${primitive(type.name, flexible, false)}`
}

/** @param {string} type @param {string} flexible @param {boolean} nullable @returns {string} */
function primitive(type, flexible, nullable) {
  if (!hasLength(type)) return `reader.${type}()`
  const kind = type === 'records' ? 'bytes' : type
  const plain = nullable ? `reader.nullable${upper(kind)}()` : `reader.${kind}()`
  const compact = `reader.compact${nullable ? 'Nullable' : ''}${upper(kind)}()`
  return either(flexible, compact, plain)
}

/** @param {Field} field @param {{ kind: 'array', element: Type }} type @param {Message} message @param {VersionRange} range @returns {string[]} */
function decodeArray(field, type, message, range) {
  const name = localName(field.name)
  const { element } = type
  if (element.kind === 'array') throw new Error('array of arrays')
  const flexible = flexibility(field, range)
  const nullable = condition(field.nullable, range)
  const compactSize = flexible === 'false' ? 0 : minimalElementSize(element, intersect(range, message.flexible), message.flexible)
  const plainSize = flexible === 'true' ? 0 : minimalElementSize(element, plainVersions(range, message.flexible), message.flexible)
  /** @param {boolean} orNull */
  const length = orNull =>
    either(
      flexible,
      `reader.${orNull ? 'compactNullableArrayLength' : 'compactArrayLength'}(${compactSize})`,
      `reader.${orNull ? 'nullableArrayLength' : 'arrayLength'}(${plainSize})`
    )
  const one = element.kind === 'struct' ? `decode${element.struct.name}(reader, version)` : primitive(element.name, flexible, false)
  const counter = `${field.name}Count`
  if (nullable === 'false') return [`const ${counter} = ${length(false)}`, `for (let i = 0; i < ${counter}; i++) ${name}.push(${one})`]
  const count = nullable === 'true' ? length(true) : `${nullable} ? ${parenthesised(length(true))} : ${length(false)}`
  return [
    `const ${counter} = ${count}`,
    `if (${counter} < 0) ${name} = null`,
    `else for (let i = 0; i < ${counter}; i++) ${name}.push(${one})`
  ]
}

/** @param {VersionRange} range @param {VersionRange} flexible @returns {VersionRange} */
const plainVersions = (range, flexible) => (isEmpty(flexible) ? range : { lo: range.lo, hi: Math.min(range.hi, flexible.lo - 1) })

/** @param {Struct} struct @param {Message} message @param {VersionRange} context @param {string} flexible @returns {string[]} */
function decodeTags(struct, message, context, flexible) {
  if (flexible === 'false') return []
  const tagged = struct.fields.filter(field => !isEmpty(field.tagged)).sort((a, b) => Number(a.tag) - Number(b.tag))
  if (tagged.length === 0) return flexible === 'true' ? ['reader.skipTags()'] : ['if (flexible) reader.skipTags()']
  const cases = tagged.flatMap(field => {
    const known = condition(field.tagged, intersect(message.flexible, context))
    const body = decodeTag(field, message)
    // In a version that does not know the tag it is skipped like any other.
    return known === 'true'
      ? [`case ${field.tag}:`, ...indented([...body, 'break'])]
      : [`case ${field.tag}:`, `  if (${known}) {`, ...indented(indented(body)), '  } else reader.offset = end', '  break']
  })
  const loop = [
    'for (let i = reader.unsignedVarint(); i > 0; i--) {',
    ...indented([
      'const tag = reader.unsignedVarint()',
      'const end = reader.tagEnd()',
      'switch (tag) {',
      ...indented([...cases, 'default:', '  reader.offset = end']),
      '}',
      'reader.endTag(end)'
    ]),
    '}'
  ]
  return flexible === 'true' ? loop : ['if (flexible) {', ...indented(loop), '}']
}

/** @param {Field} field @param {Message} message @returns {string[]} */
function decodeTag(field, message) {
  const name = localName(field.name)
  if (field.type.kind !== 'array') return [`${name} = ${valueOf(field, field.tagged)}`]
  return [`${name} = []`, ...decodeArray(field, field.type, message, field.tagged).map(line => line.replace(/\bi\b/g, 'j'))]
}

/** @param {Field} field @param {VersionRange} range @returns {'true' | 'false' | 'flexible'} */
function flexibility(field, range) {
  const decided = condition(field.flexible, range)
  return decided === 'true' || decided === 'false' ? decided : 'flexible'
}

/** @param {string} test @param {string} yes @param {string} no */
const either = (test, yes, no) => (test === 'true' ? yes : test === 'false' ? no : `flexible ? ${yes} : ${no}`)

/** @param {string} expression */
const parenthesised = expression => (expression.includes(' ') && expression.includes('?') ? `(${expression})` : expression)
