/**
 * The candidate that somebody who wrote `word` most likely meant, or undefined when none is close: at most a third of
 * its letters differ. Case, dots, dashes and underscores do not count.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  // Nothing that long is a typo of an option, and the comparison takes time by its length.
  if (word.length > 64) return undefined
  const meant = plain(word)
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of candidates) {
    const other = plain(candidate)
    const distance = editDistance(meant, other)
    if (distance < bestDistance && distance <= Math.ceil(other.length / 3)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** How many letters have to be added, dropped, replaced or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, last[j] + 1, row[j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], beforeLast[j - 2] + 1)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]
}
