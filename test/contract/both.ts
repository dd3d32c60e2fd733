/*
 * The two libraries side by side. KafkaJS types only part of what it exports, so both are taken as what `require` gives.
 */
import * as adminErrors from '../../src/errors/admin-errors'
import * as clusterErrors from '../../src/errors/cluster-errors'
import * as connectionErrors from '../../src/errors/connection-errors'
import * as decodeErrors from '../../src/errors/decode-errors'
import * as baseErrors from '../../src/errors/kafkajs-error'
import * as protocolErrors from '../../src/errors/protocol-errors'
import * as usageErrors from '../../src/errors/usage-errors'

/** An error as catch blocks see it: any field may be there. */
export interface CaughtError extends Error {
  [field: string]: unknown
}

/** An error class, called with whatever KafkaJS's own takes. */
export type ErrorClass = new (...args: unknown[]) => CaughtError

export const kafkajs: Record<string, unknown> = jest.requireActual<Record<string, unknown>>('kafkajs')

/** The names of KafkaJS's 31 error classes. */
export const errorNames = Object.keys(kafkajs).filter(name => name.startsWith('KafkaJS'))

function classes(library: Record<string, unknown>): Record<string, ErrorClass> {
  return Object.fromEntries(errorNames.map(name => [name, library[name] as ErrorClass]))
}

export const theirs = classes(kafkajs)

export const ours = classes({
  ...adminErrors,
  ...clusterErrors,
  ...connectionErrors,
  ...decodeErrors,
  ...baseErrors,
  ...protocolErrors,
  ...usageErrors
})

/** A file inside KafkaJS. */
export function kafkajsInternals(path: string): unknown {
  return jest.requireActual<object>(`kafkajs/src/${path}`)
}
