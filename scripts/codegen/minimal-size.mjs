import { primitives } from './primitives.mjs'
import { contains, intersect, isEmpty, versionsOf } from './version-range.mjs'

/**
 * @typedef {import('./model.mjs').Type} Type
 * @typedef {import('./model.mjs').Struct} Struct
 * @typedef {import('./version-range.mjs').VersionRange} VersionRange
 */

/**
 * The fewest bytes an array's element can take in any of the versions: what readers hold a peer's element count against.
 * @param {Type} element
 * @param {VersionRange} versions versions with the same form of lengths
 * @param {VersionRange} flexible
 * @returns {number} at least 1
 */
export function minimalElementSize(element, versions, flexible) {
  let least = Infinity
  for (const version of versionsOf(versions)) least = Math.min(least, minimalSize(element, version, flexible))
  if (least < 1) throw new Error('an array element of no bytes: its count could not be bounded')
  return least
}

/** @param {Type} type @param {number} version @param {VersionRange} flexible @returns {number} */
function minimalSize(type, version, flexible) {
  const compact = has(flexible, version)
  if (type.kind === 'array') return compact ? 1 : 4
  if (type.kind === 'struct') return minimalStructSize(type.struct, version, flexible)
  const fixed = primitives[type.name].size
  if (fixed !== undefined) return fixed
  return compact ? 1 : type.name === 'string' ? 2 : 4
}

/** @param {Struct} struct @param {number} version @param {VersionRange} flexible @returns {number} */
function minimalStructSize(struct, version, flexible) {
  let size = has(flexible, version) ? 1 : 0
  for (const field of struct.fields) {
    if (!has(field.versions, version) || has(field.tagged, version)) continue
    const maybeNull = field.type.kind === 'struct' && has(field.nullable, version)
    size += maybeNull ? 1 : minimalSize(field.type, version, field.flexible)
  }
  return size
}

/** @param {VersionRange} range @param {number} version */
const has = (range, version) => !isEmpty(intersect(range, { lo: version, hi: version })) && contains(range, { lo: version, hi: version })
