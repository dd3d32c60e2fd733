/** Settles as `promise` does, or rejects with the signal's reason as soon as it aborts; what then becomes of `promise` is ignored. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) {
      promise.catch(ignore)
      reject(signal.reason as Error)
      return
    }
    const onAbort = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
    const done = (): void => signal.removeEventListener('abort', onAbort)
    promise.then(
      value => {
        done()
        resolve(value)
      },
      error => {
        done()
        reject(error as Error)
      }
    )
  })
}

function ignore(): void {}
