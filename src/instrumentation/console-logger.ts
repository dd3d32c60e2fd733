import { logLevel } from '../types/enums'
import type { logCreator } from '../types/logger'

/** KafkaJS's own way of logging: one JSON object a line, on the console method of the level. */
export const consoleLogCreator: logCreator =
  () =>
  ({ namespace, level, label, log }) => {
    const message = namespace === '' ? log.message : `[${namespace}] ${log.message}`
    const line = toJson({ level: label, ...log, message })
    if (level === logLevel.ERROR) console.error(line)
    else if (level === logLevel.WARN) console.warn(line)
    else if (level === logLevel.INFO) console.info(line)
    else console.log(line)
  }

/** A line is never worth an exception: what JSON cannot carry is replaced. */
function toJson(line: object): string {
  try {
    return JSON.stringify(line, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  } catch (error) {
    return JSON.stringify({ ...pickStrings(line), unserializable: String(error) })
  }
}

function pickStrings(line: object): Record<string, string> {
  return Object.fromEntries(Object.entries(line).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
