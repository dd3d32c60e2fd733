/** Tells a promise by its `then`: those of plug-ins, and of Node itself under Jest, are instances of another `Promise`. */
export function isPromise<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown }).then === 'function'
}
