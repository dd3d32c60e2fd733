const pollMs = 25

/**
 * Waits for a condition: calls `check` until it gives something other than undefined or false, and resolves with that. An error
 * of `check` counts as not yet. Rejects after `deadlineMs` (60 s) with `what` and the last thing seen.
 */
export async function waitUntil<T>(
  what: string,
  check: () => Promise<T | undefined | false> | T | undefined | false,
  deadlineMs = 60_000
): Promise<T> {
  const deadline = performance.now() + deadlineMs
  for (;;) {
    let last: unknown
    try {
      const result = await check()
      if (result !== undefined && result !== false) return result
      last = result
    } catch (error) {
      last = error
    }
    if (performance.now() > deadline) throw new Error(`Waited ${deadlineMs} ms in vain for ${what}; last: ${String(last)}`, { cause: last })
    await new Promise(resolve => setTimeout(resolve, pollMs))
  }
}
