const columns = 140

/** @param {string} name */
export const upper = name => name[0].toUpperCase() + name.slice(1)

/** @param {string[]} lines @returns {string[]} */
export const indented = lines => lines.flatMap(line => line.split('\n')).map(line => (line === '' ? line : `  ${line}`))

/** @param {string[]} lines @returns {string} */
export const indent = lines =>
  indented(lines)
    .map(line => `${line}\n`)
    .join('')

/**
 * A list in braces, on one line where it fits, else an item a line.
 * @param {string} before
 * @param {string[]} items
 * @param {string} after
 * @param {number} indentation columns that come before it
 * @returns {string[]} lines
 */
export function braced(before, items, after, indentation) {
  const line = `${before}{ ${items.join(', ')} }${after}`
  if (indentation + line.length <= columns) return [line]
  return [`${before}{`, ...indented(items.map((item, i) => (i < items.length - 1 ? `${item},` : item))), `}${after}`]
}

/**
 * A function's first line, with a parameter a line where it does not fit.
 * @param {string} name
 * @param {string[]} parameters
 * @param {string} result
 * @returns {string} source text
 */
export function signature(name, parameters, result) {
  const line = `export function ${name}(${parameters.join(', ')}): ${result} {\n`
  return line.length <= columns + 1 ? line : `export function ${name}(\n  ${parameters.join(',\n  ')}\n): ${result} {\n`
}
