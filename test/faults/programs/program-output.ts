import { writeSync } from 'node:fs'

/** Prints an event as Java's verifiable clients do: a line of JSON that begins with time (ms since 1970) and name. */
export function printEvent(name: string, fields: object = {}): void {
  writeSync(1, `${JSON.stringify({ timestamp: Date.now(), name, ...fields })}\n`)
}
