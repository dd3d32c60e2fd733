/**
 * A closed range of versions; `hi` is Infinity for an open end, and a range with lo > hi is empty.
 * @typedef {{ lo: number, hi: number }} VersionRange
 */

/** @type {VersionRange} */
export const noVersions = { lo: 0, hi: -1 }

/**
 * @param {string} text `none`, `3`, `3+` or `3-5`
 * @returns {VersionRange}
 */
export function parseVersions(text) {
  if (text === 'none') return noVersions
  const match = /^(\d+)(\+|-(\d+))?$/.exec(text)
  if (match === null) throw new Error(`not a version range: ${text}`)
  const lo = Number(match[1])
  if (match[2] === undefined) return { lo, hi: lo }
  return { lo, hi: match[2] === '+' ? Infinity : Number(match[3]) }
}

/** @param {VersionRange} range */
export const isEmpty = range => range.lo > range.hi

/**
 * @param {VersionRange} a
 * @param {VersionRange} b
 * @returns {VersionRange}
 */
export const intersect = (a, b) => ({ lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) })

/**
 * The smallest range that holds both.
 * @param {VersionRange} a
 * @param {VersionRange} b
 * @returns {VersionRange}
 */
export const hull = (a, b) => (isEmpty(a) ? b : isEmpty(b) ? a : { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) })

/**
 * @param {VersionRange} outer
 * @param {VersionRange} inner
 */
export const contains = (outer, inner) => isEmpty(inner) || (outer.lo <= inner.lo && inner.hi <= outer.hi)

/**
 * The versions of a finite range, lowest first.
 * @param {VersionRange} range
 * @returns {number[]}
 */
export function versionsOf(range) {
  const versions = []
  for (let version = range.lo; version <= range.hi; version++) versions.push(version)
  return versions
}

/**
 * Whether `version` lies in a range, as an expression of the generated code.
 * @param {VersionRange} range
 * @param {VersionRange} context what `version` is already known to lie in
 * @returns {string} an expression, or `true` or `false` where the context decides
 */
export function condition(range, context) {
  const within = intersect(range, context)
  if (isEmpty(within)) return 'false'
  const low = within.lo > context.lo
  const high = within.hi < context.hi
  if (low && high) return within.lo === within.hi ? `version === ${within.lo}` : `(version >= ${within.lo} && version <= ${within.hi})`
  if (low) return `version >= ${within.lo}`
  return high ? `version <= ${within.hi}` : 'true'
}

/**
 * The opposite of {@link condition}.
 * @param {VersionRange} range
 * @param {VersionRange} context
 * @returns {string}
 */
export function negatedCondition(range, context) {
  const within = intersect(range, context)
  if (isEmpty(within)) return 'true'
  const low = within.lo > context.lo
  const high = within.hi < context.hi
  if (low && high) return `(version < ${within.lo} || version > ${within.hi})`
  if (low) return `version < ${within.lo}`
  return high ? `version > ${within.hi}` : 'false'
}

/**
 * For docstrings: `3+`, `0–2`, `4`.
 * @param {VersionRange} range
 * @param {VersionRange} valid the message's versions
 * @returns {string}
 */
export function describe(range, valid) {
  const { lo, hi } = intersect(range, valid)
  if (hi === valid.hi) return `${lo}+`
  return lo === hi ? `${lo}` : `${lo}–${hi}`
}
