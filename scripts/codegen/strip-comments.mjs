/**
 * Takes `//` comments out of JSON text, leaving strings alone: a comment may stand on its own line or after a value, and a string may
 * contain two slashes.
 * @param {string} text
 * @returns {string}
 */
export function stripComments(text) {
  let out = ''
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      out += char
      if (char === '\\') out += text[++i] ?? ''
      else if (char === '"') inString = false
    } else if (char === '/' && text[i + 1] === '/') {
      const end = text.indexOf('\n', i)
      if (end < 0) return out
      i = end - 1
    } else {
      out += char
      if (char === '"') inString = true
    }
  }
  return out
}
