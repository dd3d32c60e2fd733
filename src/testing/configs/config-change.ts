import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { wordsOf } from './check-value'
import type { ConfigDefinition } from './config-definitions'

/** What is done to a config, by its number in IncrementalAlterConfigs (KIP-339). */
export const configOperations = { set: 0, delete: 1, append: 2, subtract: 3 } as const

/** A change that a client asks for. */
export interface ConfigChange {
  readonly name: string
  readonly configOperation: number
  readonly value: string | null
}

/**
 * Refuses what no resource can take: the same config twice, values that are missing.
 * @throws Refused
 */
export function checkChanges(changes: readonly ConfigChange[]): void {
  if (new Set(changes.map(({ name }) => name)).size < changes.length) {
    throw new Refused(errorCodes.INVALID_REQUEST, 'A config is named more than once')
  }
  const missing = changes.filter(({ configOperation, value }) => value === null && configOperation !== configOperations.delete)
  if (missing.length === 0) return
  throw new Refused(errorCodes.INVALID_REQUEST, `Null value not supported for : ${missing.map(({ name }) => name).join(', ')}`)
}

/**
 * The values of a resource after changes.
 * @param inForce the value that a list has before words are added or taken away
 * @throws Refused
 */
export function applyChanges(
  before: ReadonlyMap<string, string>,
  changes: readonly ConfigChange[],
  definitionOf: (name: string) => ConfigDefinition | undefined,
  inForce: (name: string) => string
): Map<string, string> {
  const after = new Map(before)
  for (const { name, configOperation, value } of changes) {
    switch (configOperation) {
      case configOperations.set:
        after.set(name, value ?? '')
        break
      case configOperations.delete:
        after.delete(name)
        break
      case configOperations.append:
      case configOperations.subtract: {
        if (definitionOf(name)?.type !== 'list') {
          throw new Refused(errorCodes.INVALID_CONFIG, `${name} is not a list: nothing can be added to it or taken away`)
        }
        const had = wordsOf(after.get(name) ?? inForce(name))
        const given = wordsOf(value ?? '')
        const has =
          configOperation === configOperations.append
            ? [...had, ...given.filter(word => !had.includes(word))]
            : had.filter(word => !given.includes(word))
        after.set(name, has.join(','))
        break
      }
      default:
        throw new Refused(errorCodes.UNKNOWN_SERVER_ERROR, `There is no config operation ${configOperation}`)
    }
  }
  return after
}
