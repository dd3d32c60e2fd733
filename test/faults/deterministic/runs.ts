import type { Parameters } from 'fast-check'

/**
 * Settings of a property: `FAULT_RUNS` times as many runs as usual, and the seed and path of a failure that fast-check has printed, by
 * `FAULT_SEED` and `FAULT_PATH`, to play it again.
 */
export function runs<T>(usual: number): Parameters<T> {
  const { FAULT_RUNS: factor, FAULT_SEED: seed, FAULT_PATH: path } = process.env
  return {
    numRuns: usual * Number(factor ?? 1),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(path !== undefined && { path, endOnFailure: true })
  }
}

/** For files whose tests play hundreds of runs: how long they take says nothing. */
export const longTimeoutMs = 120_000 * Math.max(1, Number(process.env['FAULT_RUNS'] ?? 1))
