import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'

const whole = /^[+-]?\d+$/

/**
 * Refuses the name of a broker resource that is not the broker which was asked.
 * @throws Refused
 */
export function checkNode(resourceName: string, nodeId: number): void {
  if (!whole.test(resourceName)) {
    throw new Refused(errorCodes.INVALID_REQUEST, `Node id must be an integer, but it is: ${resourceName}`)
  }
  if (Number(resourceName) !== nodeId) {
    throw new Refused(errorCodes.INVALID_REQUEST, `Unexpected broker id, expected ${nodeId}, but received ${resourceName}`)
  }
}
