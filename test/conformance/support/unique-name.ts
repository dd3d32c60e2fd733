import { randomBytes } from 'node:crypto'

/** A topic, group or client name that no other test of the run has, valid as all three. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`
}
