import { camelCase, literal } from './naming.mjs'
import { primitives } from './primitives.mjs'
import { contains, hull, intersect, isEmpty, noVersions, parseVersions } from './version-range.mjs'

/**
 * @typedef {import('./version-range.mjs').VersionRange} VersionRange
 * @typedef {{ kind: 'primitive', name: string } | { kind: 'struct', struct: Struct } | { kind: 'array', element: Type }} Type
 * @typedef {{ name: string, schemaName: string, type: Type, versions: VersionRange, nullable: VersionRange, tag: number | undefined,
 *   tagged: VersionRange, flexible: VersionRange, ignorable: boolean, default: string }} Field
 *   `default` is source text: a literal, `[]`, or `{}` for a structure all of whose fields are at their defaults
 * @typedef {{ name: string, fields: Field[], versions: VersionRange }} Struct `versions`: those of the message in which it can occur
 * @typedef {{ name: string, kind: string, apiKey: number | undefined, listeners: string[], latestVersionUnstable: boolean,
 *   versions: VersionRange, flexible: VersionRange, root: Struct, structs: Struct[] }} Message `structs`: used before their users, root last
 */

/**
 * Makes a message's model of a parsed schema.
 * @param {any} schema
 * @returns {Message | undefined} nothing when no version of it is live
 */
export function modelOf(schema) {
  const versions = parseVersions(schema.validVersions)
  if (isEmpty(versions)) return undefined
  const flexible = intersect(parseVersions(schema.flexibleVersions), versions)
  const common = new Map((schema.commonStructs ?? []).map((/** @type {any} */ struct) => [struct.name, struct]))
  /** @type {Map<string, Struct>} */
  const structs = new Map()

  /** @param {string} name @param {any[]} fields @param {VersionRange} within @returns {Struct} */
  const structOf = (name, fields, within) => {
    let struct = structs.get(name)
    if (struct === undefined) struct = { name, fields: [], versions: noVersions }
    // A structure used in several places is modelled anew for each, for the union of their versions.
    struct.versions = hull(struct.versions, within)
    const range = struct.versions
    struct.fields = fields.map(field => fieldOf(name, field, range)).filter(field => !isEmpty(field.versions))
    structs.delete(name)
    structs.set(name, struct)
    return struct
  }

  /** @param {string} text @param {any} field @param {VersionRange} within @returns {Type} */
  const typeOf = (text, field, within) => {
    if (text.startsWith('[]')) return { kind: 'array', element: typeOf(text.slice(2), field, within) }
    if (text in primitives) return { kind: 'primitive', name: text }
    const fields = field.fields ?? common.get(text)?.fields
    if (fields === undefined) throw new Error(`${schema.name}: unknown type ${text}`)
    return { kind: 'struct', struct: structOf(text, fields, within) }
  }

  /** @param {string} owner @param {any} field @param {VersionRange} within @returns {Field} */
  const fieldOf = (owner, field, within) => {
    const path = `${owner}.${field.name}`
    const range = intersect(parseVersions(field.versions ?? '0+'), within)
    const ofField = field.flexibleVersions === undefined ? flexible : parseVersions(field.flexibleVersions)
    const tagged = intersect(parseVersions(field.taggedVersions ?? 'none'), range)
    const nullable = intersect(parseVersions(field.nullableVersions ?? 'none'), range)
    const type = isEmpty(range) ? /** @type {Type} */ ({ kind: 'primitive', name: 'bool' }) : typeOf(field.type, field, range)
    if ((field.tag === undefined) !== (field.taggedVersions === undefined)) throw new Error(`${path}: tag and taggedVersions go together`)
    if (!contains(flexible, tagged)) throw new Error(`${path}: tagged in a version that is not flexible`)
    if (!isEmpty(tagged)) refuseUntaggable(path, type, nullable)
    return {
      name: camelCase(field.name),
      schemaName: field.name,
      type,
      versions: range,
      nullable,
      tag: field.tag,
      tagged,
      flexible: intersect(ofField, range),
      ignorable: field.ignorable === true || field.ignorable === 'true',
      default: defaultOf(path, type, field.default, contains(nullable, range))
    }
  }

  const root = structOf(schema.name, schema.fields, versions)
  return {
    name: schema.name,
    kind: schema.type,
    apiKey: schema.apiKey,
    listeners: schema.listeners ?? [],
    latestVersionUnstable: schema.latestVersionUnstable === true,
    versions,
    flexible,
    root,
    structs: [...structs.values()]
  }
}

/**
 * No schema has these as tagged fields; the writer patches the size of a tagged field in its own memory, where a reference would be
 * missed, and a null structure would need a marker of its own.
 * @param {string} path
 * @param {Type} type
 * @param {VersionRange} nullable
 */
function refuseUntaggable(path, type, nullable) {
  const core = type.kind === 'array' ? type.element : type
  if (core.kind === 'primitive' && core.name === 'records') throw new Error(`${path}: tagged records`)
  if (core.kind === 'struct' && core.struct.fields.some(field => field.type.kind === 'primitive' && field.type.name === 'records')) {
    throw new Error(`${path}: tagged records`)
  }
  if (type.kind === 'struct' && !isEmpty(nullable)) throw new Error(`${path}: tagged structure that may be null`)
}

/**
 * @param {string} path
 * @param {Type} type
 * @param {string | number | boolean | undefined} value the schema's `default`
 * @param {boolean} nullable in all versions that have the field
 * @returns {string} source text
 */
function defaultOf(path, type, value, nullable) {
  if (value === 'null') {
    if (!nullable) throw new Error(`${path}: null by default, but not nullable in every version`)
    return 'null'
  }
  if (type.kind === 'array' || type.kind === 'struct') {
    if (value !== undefined && value !== '') throw new Error(`${path}: default ${value}`)
    return type.kind === 'array' ? '[]' : '{}'
  }
  if (type.name === 'records') return nullable ? 'null' : 'emptyBytes'
  if (value === undefined || (value === '' && type.name !== 'string')) return primitives[type.name].zero
  switch (type.name) {
    case 'string':
      return literal(String(value))
    case 'bool':
      if (String(value) !== 'true' && String(value) !== 'false') throw new Error(`${path}: default ${value}`)
      return String(value)
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
    case 'int64':
      return integer(String(value), type.name === 'int64')
    case 'float64':
      return String(Number(value))
    default:
      throw new Error(`${path}: default ${value} for ${type.name}`)
  }
}

/**
 * @param {string} text decimal, or hexadecimal after 0x, with a sign
 * @param {boolean} big
 */
function integer(text, big) {
  const negative = text.startsWith('-')
  const value = BigInt(negative ? text.slice(1) : text)
  return `${negative ? '-' : ''}${value}${big ? 'n' : ''}`
}
