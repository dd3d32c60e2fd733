import type { logLevel } from './enums'

/** What a log function gets for one line. */
export interface LogEntry {
  /** Part of the client that speaks, e.g. `Consumer`; empty when it is not said. */
  namespace: string
  level: logLevel
  /** Name of the level in capitals. */
  label: string
  log: LoggerEntryContent
}

/** The line itself: when, what, and whatever belongs to it. */
export interface LoggerEntryContent {
  /** ISO 8601 */
  readonly timestamp: string
  readonly message: string
  // oxlint-disable-next-line typescript/no-explicit-any -- as in KafkaJS: log functions read extras without casts
  [key: string]: any
}

/** Makes the function that writes log lines; called once per `Kafka` with the level it starts with. */
export type logCreator = (logLevel: logLevel) => (entry: LogEntry) => void

/** Writes lines at four levels. `extra` is merged into the line. */
export type Logger = {
  info: (message: string, extra?: object) => void
  error: (message: string, extra?: object) => void
  warn: (message: string, extra?: object) => void
  debug: (message: string, extra?: object) => void

  /** A logger whose lines carry this namespace; with a level of its own when one is given. */
  namespace: (namespace: string, logLevel?: logLevel) => Logger
  /** Changes the level of every logger made from the same root that has none of its own. */
  setLogLevel: (logLevel: logLevel) => void
}
