import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import type { AlterEnvironment, Alteration } from './alteration'
import { logLevels, rootLogger } from './broker-loggers'
import { checkNode } from './check-node'
import { configOperations, type ConfigChange } from './config-change'

/**
 * Sets or takes back levels of a broker's loggers (KIP-412).
 * @throws Refused
 */
export function alterLoggers({ configs: { loggers }, nodeId }: AlterEnvironment, alteration: Alteration): void {
  checkNode(alteration.resourceName, nodeId)
  for (const change of alteration.changes) check(loggers.names, change)
  if (alteration.validateOnly) return
  for (const { name, configOperation, value } of alteration.changes) {
    loggers.set(nodeId, name, configOperation === configOperations.set ? (value ?? undefined) : undefined)
  }
}

function check(names: readonly string[], { name, configOperation, value }: ConfigChange): void {
  const isSet = configOperation === configOperations.set
  if (!isSet && configOperation !== configOperations.delete) {
    throw new Refused(errorCodes.INVALID_REQUEST, 'Levels of loggers are set or deleted, nothing else')
  }
  if (!names.includes(name)) throw new Refused(errorCodes.INVALID_CONFIG, `Logger ${name} does not exist!`)
  if (isSet && !logLevels.includes(value ?? '')) {
    throw new Refused(errorCodes.INVALID_CONFIG, `${value} is no log level. Valid log levels are ${logLevels.join(', ')}`)
  }
  if (!isSet && name === rootLogger) {
    throw new Refused(errorCodes.INVALID_REQUEST, 'Removing the log level of the root logger is not allowed')
  }
}
