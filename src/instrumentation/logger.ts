import { logLevel } from '../types/enums'
import type { logCreator, LogEntry, Logger } from '../types/logger'
import { consoleLogCreator } from './console-logger'
import { debugLog } from './debug-bridge'

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  /** Default INFO; the environment variable KAFKAJS_LOG_LEVEL wins. */
  readonly level?: logLevel | undefined
  /** Default: JSON lines on the console. */
  readonly logCreator?: logCreator | undefined
}

type Write = (entry: LogEntry) => void

/** The level that all loggers of one root share. */
interface SharedLevel {
  value: logLevel
}

/**
 * Makes the root logger of a client. Lines are built only when their level is on; with `DEBUG=odradek:*` in the
 * environment every line also goes to the `debug` package, at any level.
 */
export function createLogger({ level = logLevel.INFO, logCreator = consoleLogCreator }: LoggerOptions = {}): Logger {
  const shared: SharedLevel = { value: levelFromEnvironment() ?? level }
  return loggerFor('', undefined, shared, logCreator(shared.value))
}

function loggerFor(namespace: string, ownLevel: logLevel | undefined, shared: SharedLevel, write: Write): Logger {
  const debug = debugLog(namespace)
  const method =
    (label: string, level: logLevel) =>
    (message: string, extra?: object): void => {
      if (debug.enabled) debug.write(label, message, extra)
      if (level > (ownLevel ?? shared.value)) return
      write({ namespace, level, label, log: { timestamp: new Date().toISOString(), logger: 'kafkajs', message, ...extra } })
    }
  return {
    info: method('INFO', logLevel.INFO),
    error: method('ERROR', logLevel.ERROR),
    warn: method('WARN', logLevel.WARN),
    debug: method('DEBUG', logLevel.DEBUG),
    namespace: (name, level) => loggerFor(name, level === undefined ? undefined : (levelFromEnvironment() ?? level), shared, write),
    setLogLevel: level => {
      shared.value = level
    }
  }
}

/** KafkaJS's variable: the name of a level, in any case; anything else is as if it were not set. */
function levelFromEnvironment(): logLevel | undefined {
  const name = (process.env['KAFKAJS_LOG_LEVEL'] ?? '').toUpperCase()
  return Object.hasOwn(logLevel, name) ? logLevel[name as keyof typeof logLevel] : undefined
}
