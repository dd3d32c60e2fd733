import createDebug from 'debug'

/** Writes to the `debug` package under one namespace. */
export interface DebugLog {
  /** Whether `DEBUG` in the environment (or `debug.enable`) asks for this namespace; cheap to read. */
  readonly enabled: boolean
  write(label: string, message: string, extra: object | undefined): void
}

/**
 * The `debug` channel of a part of the client: `odradek:consumer` for the namespace `Consumer`, `odradek:client` for
 * the root logger.
 */
export function debugLog(namespace: string): DebugLog {
  const channel = createDebug(`odradek:${channelName(namespace)}`)
  return {
    get enabled() {
      return channel.enabled
    },
    write(label, message, extra) {
      if (extra === undefined) channel('%s %s', label, message)
      else channel('%s %s %o', label, message, extra)
    }
  }
}

function channelName(namespace: string): string {
  return namespace === '' ? 'client' : namespace.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
}
