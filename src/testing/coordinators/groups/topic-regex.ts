/** Spellings of RE2 that JavaScript has under another name, or only with the `u` or `v` flag. */
const re2Only: readonly [RegExp, string][] = [
  [/\\A/g, '^'],
  [/\\z/g, '$'],
  [/\(\?P</g, '(?<']
]

/** What RE2 leaves out so that it never backtracks, though JavaScript has it: look-around and back-references. */
const notInRe2 = /\(\?(?:=|!|<=|<!|>)|\\[1-9]|\\k</

/**
 * A topic pattern of KIP-848. Kafka reads it as RE2 and wants the whole name to match.
 * @returns undefined when it is no regular expression of RE2
 */
export function compileTopicRegex(pattern: string): RegExp | undefined {
  if (notInRe2.test(pattern)) return undefined
  try {
    const source = re2Only.reduce((text, [from, to]) => text.replace(from, to), pattern)
    return new RegExp(`^(?:${source})$`, 'u')
  } catch {
    return undefined
  }
}
