import { KafkaUnsupportedVersionError } from '../errors/cluster-errors'

/**
 * Refuses to leave out a field that has to arrive.
 * @param message name of the message
 * @param field name of the field, after its structure's when it is not the message's own
 */
export function notInVersion(message: string, field: string, version: number): never {
  throw new KafkaUnsupportedVersionError(`${message} version ${version} has no ${field}`, { apiName: message, version, field })
}

/**
 * Refuses to write null where the version cannot say it.
 * @param message name of the message
 * @param field name of the field, after its structure's when it is not the message's own
 */
export function notNullInVersion(message: string, field: string, version: number): never {
  throw new KafkaUnsupportedVersionError(`${field} cannot be null in ${message} version ${version}`, { apiName: message, version, field })
}
