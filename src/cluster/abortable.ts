import { deferred } from '../utils/deferred'

/** Settles as `promise` does, or rejects with the signal's reason as soon as it aborts; what then becomes of `promise` is ignored. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = deferred<never>()
  const onAbort = (): void => aborted.reject(signal.reason)
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  try {
    // The signal comes first: when both are settled, closing wins.
    return await Promise.race([aborted.promise, promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
