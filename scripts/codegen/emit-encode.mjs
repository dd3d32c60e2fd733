import { mayBeNull } from './emit-types.mjs'
import { braced, indent, indented, signature, upper } from './layout.mjs'
import { localName } from './naming.mjs'
import { hasLength, primitives } from './primitives.mjs'
import { condition, contains, intersect, isEmpty, negatedCondition } from './version-range.mjs'

/**
 * @typedef {import('./model.mjs').Type} Type
 * @typedef {import('./model.mjs').Field} Field
 * @typedef {import('./model.mjs').Struct} Struct
 * @typedef {import('./model.mjs').Message} Message
 * @typedef {import('./version-range.mjs').VersionRange} VersionRange
 */

/**
 * The function that writes a structure.
 * @param {Struct} struct
 * @param {Message} message
 * @returns {string}
 */
export function emitEncode(struct, message) {
  const context = struct.versions
  const lines = []
  const flexible = condition(message.flexible, context)
  for (const field of struct.fields) lines.push(...encodeField(field, message, struct, context))
  lines.push(...encodeTags(struct, message, context, flexible))
  const body = lines.join('\n')
  const head = []
  if (struct.fields.length > 0) head.push(...braced('const ', struct.fields.map(destructured), ' = message', 2))
  if (/\bflexible\b/.test(body)) head.push(`const flexible = ${flexible}`)
  const usesVersion = /\bversion\b(?!:)/.test(head.join('\n') + body)
  const parameters = [
    'writer: Writer',
    `${struct.fields.length > 0 ? '' : '_'}message: ${struct.name}Input`,
    `${usesVersion ? '' : '_'}version: number`
  ]
  return `${signature(`encode${struct.name}`, parameters, 'void')}${indent([...head, ...lines])}}\n`
}

/**
 * Whether a structure is at its default: only where that decides something.
 * @param {Struct} struct
 * @returns {string}
 */
export function emitIsDefault(struct) {
  const tests = struct.fields.map(isDefault)
  return (
    `function isDefault${struct.name}(message: ${struct.name}Input): boolean {\n` +
    `${indent(braced('const ', struct.fields.map(destructured), ' = message', 2))}  return ${tests.join(' && ')}\n}\n`
  )
}

/**
 * The structures whose default matters: tagged fields, and fields that must not be lost in versions without them.
 * @param {Message} message
 * @returns {Set<Struct>}
 */
export function structsWithIsDefault(message) {
  const found = new Set()
  /** @param {Field} field */
  const add = field => {
    if (field.type.kind !== 'struct' || field.default === 'null' || found.has(field.type.struct)) return
    found.add(field.type.struct)
    field.type.struct.fields.forEach(add)
  }
  for (const struct of message.structs) {
    for (const field of struct.fields) {
      if (!isEmpty(field.tagged) || (!field.ignorable && !contains(field.versions, struct.versions))) add(field)
    }
  }
  return found
}

/** @param {Field} field */
const destructured = ({ name, default: value }) => {
  const local = localName(name)
  return local === name ? `${name} = ${value}` : `${name}: ${local} = ${value}`
}

/** @param {Field} field @param {Message} message @param {Struct} struct @param {VersionRange} context @returns {string[]} */
function encodeField(field, message, struct, context) {
  const lines = []
  const path = pathOf(field, struct, message)
  // Where the field is tagged it goes into the tag section; untagged versions are those of the plain field.
  const plain = isEmpty(field.tagged) ? field.versions : without(field.versions, field.tagged)
  if (!isEmpty(plain)) lines.push(...when(condition(plain, context), encodeValueOf(field, path, intersect(plain, context))))
  const absent = negatedCondition(field.versions, context)
  if (absent !== 'false' && !field.ignorable) {
    lines.push(
      `if (${absent === 'true' ? '' : `${absent} && `}${absent === 'true' ? nonDefault(field) : wrap(nonDefault(field))}) notInVersion(${path}, version)`
    )
  }
  return lines
}

/** @param {VersionRange} range @param {VersionRange} part a beginning or an end of the range @returns {VersionRange} */
function without(range, part) {
  if (part.lo > range.lo && part.hi >= range.hi) return { lo: range.lo, hi: part.lo - 1 }
  if (part.lo <= range.lo && part.hi < range.hi) return { lo: part.hi + 1, hi: range.hi }
  if (contains(part, range)) return { lo: 0, hi: -1 }
  throw new Error('tagged in the middle of its versions')
}

/** @param {Field} field @param {string} path @param {VersionRange} context @returns {string[]} */
function encodeValueOf(field, path, context) {
  const name = localName(field.name)
  const lines = []
  const flexible = flexibility(field, context)
  const nullable = intersect(field.nullable, context)
  if (mayBeNull(field) && !contains(nullable, context)) {
    const denied = negatedCondition(nullable, context)
    lines.push(`if (${denied === 'true' ? '' : `${denied} && `}${name} === null) notNullInVersion(${path}, version)`)
  }
  // When null was refused above in every version, TypeScript has narrowed the name already; else the nullable writer takes both.
  const asNullable = mayBeNull(field) && !isEmpty(nullable)
  if (field.type.kind === 'primitive') {
    lines.push(...encodePrimitive(field.type.name, name, flexible, asNullable))
  } else if (field.type.kind === 'array') {
    lines.push(...encodeArray(field.type, name, flexible, asNullable))
  } else if (asNullable) {
    const everNot = !contains(nullable, context)
    const marker = everNot ? condition(nullable, context) : 'true'
    lines.push(`if (${name} === null) writer.int8(-1)`, 'else {')
    lines.push(...indented([...when(marker, ['writer.int8(1)']), `encode${field.type.struct.name}(writer, ${name}, version)`]), '}')
  } else {
    lines.push(`encode${field.type.struct.name}(writer, ${name}, version)`)
  }
  return lines
}

/** @param {Field} field @param {VersionRange} context @returns {'true' | 'false' | 'flexible'} */
function flexibility(field, context) {
  const decided = condition(field.flexible, context)
  return decided === 'true' || decided === 'false' ? decided : 'flexible'
}

/** @param {string} type @param {string} value @param {string} flexible @param {boolean} nullable @returns {string[]} */
function encodePrimitive(type, value, flexible, nullable) {
  if (!hasLength(type)) return [`writer.${type}(${value})`]
  const [plain, compact] =
    type === 'records'
      ? ['records', 'compactRecords']
      : [nullable ? `nullable${upper(type)}` : type, `compact${nullable ? 'Nullable' : ''}${upper(type)}`]
  return either(flexible, [`writer.${compact}(${value})`], [`writer.${plain}(${value})`])
}

/** @param {{ kind: 'array', element: Type }} type @param {string} value @param {string} flexible @param {boolean} nullable @returns {string[]} */
function encodeArray(type, value, flexible, nullable) {
  /** @param {string} count */
  const length = count => either(flexible, [`writer.compactArrayLength(${count})`], [`writer.arrayLength(${count})`])
  const { element } = type
  if (element.kind === 'array') throw new Error('array of arrays')
  const one =
    element.kind === 'struct'
      ? [`encode${element.struct.name}(writer, element, version)`]
      : encodePrimitive(element.name, 'element', flexible, false)
  const all = [...length(`${value}.length`), `for (const element of ${value}) ${one.length === 1 ? one[0] : `{\n${indent(one)}}`}`]
  if (!nullable) return all
  return [`if (${value} === null) {`, ...indented(length('-1')), '} else {', ...indented(all), '}']
}

/** Arguments that name a field in an error. @param {Field} field @param {Struct} struct @param {Message} message */
const pathOf = (field, struct, message) => `'${message.name}', '${struct === message.root ? field.name : `${struct.name}.${field.name}`}'`

/** @param {Struct} struct @param {Message} message @param {VersionRange} context @param {string} flexible @returns {string[]} */
function encodeTags(struct, message, context, flexible) {
  if (flexible === 'false') return []
  const tagged = struct.fields.filter(field => !isEmpty(field.tagged)).sort((a, b) => Number(a.tag) - Number(b.tag))
  if (tagged.length === 0) return flexible === 'true' ? ['writer.int8(0)'] : ['if (flexible) writer.int8(0)']
  const lines = []
  for (const field of tagged) {
    const inRange = condition(field.tagged, intersect(message.flexible, context))
    lines.push(`const has${upper(field.name)} = ${inRange === 'true' ? nonDefault(field) : `${inRange} && ${wrap(nonDefault(field))}`}`)
  }
  const counted = tagged.map(field => `has${upper(field.name)} ? 1 : 0`)
  lines.push(`writer.unsignedVarint(${counted.length === 1 ? counted[0] : `(${counted.join(') + (')})`})`)
  for (const field of tagged)
    lines.push(`if (has${upper(field.name)}) {`, ...indented(encodeTag(field, pathOf(field, struct, message))), '}')
  return flexible === 'true' ? lines : ['if (flexible) {', ...indented(lines), '}']
}

/** @param {Field} field @param {string} path @returns {string[]} */
function encodeTag(field, path) {
  const { type, tagged } = field
  const size = type.kind === 'primitive' ? primitives[type.name].size : undefined
  const value = encodeValueOf(field, path, tagged)
  if (size !== undefined) return [`writer.unsignedVarint(${field.tag})`, `writer.unsignedVarint(${size})`, ...value]
  return [`const mark = writer.beginTag(${field.tag})`, ...value, 'writer.endTag(mark)']
}

/** Whether a field is not at its default. @param {Field} field @returns {string} an expression */
function nonDefault(field) {
  const name = localName(field.name)
  const orNull = mayBeNull(field) && field.default !== 'null' ? `${name} === null || ` : ''
  if (field.default === 'null') return `${name} !== null`
  if (field.type.kind === 'array' || field.default === 'emptyBytes') return `${orNull}${name}.length !== 0`
  if (field.type.kind === 'struct') return `${orNull}!isDefault${field.type.struct.name}(${name})`
  if (field.type.kind === 'primitive' && field.type.name === 'bool') return field.default === 'true' ? `!${name}` : name
  return `${name} !== ${field.default}`
}

/** Whether a field is at its default. @param {Field} field @returns {string} an expression */
function isDefault(field) {
  const test = nonDefault(field)
  if (test.includes('||')) return `!(${test})`
  if (test.includes('!==')) return test.replace('!==', '===')
  return test.startsWith('!') ? test.slice(1) : `!${test}`
}

/** @param {string} expression */
const wrap = expression => (expression.includes('||') ? `(${expression})` : expression)

/** @param {string} test @param {string[]} lines @returns {string[]} */
function when(test, lines) {
  if (test === 'true') return lines
  if (test === 'false') return []
  return lines.length === 1 && !lines[0].startsWith('for') && !lines[0].startsWith('if')
    ? [`if (${test}) ${lines[0]}`]
    : [`if (${test}) {`, ...indented(lines), '}']
}

/** @param {string} test @param {string[]} yes @param {string[]} no @returns {string[]} */
function either(test, yes, no) {
  if (test === 'true') return yes
  if (test === 'false') return no
  return [`if (${test}) ${yes[0]}`, `else ${no[0]}`]
}
