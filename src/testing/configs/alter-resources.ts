import { errorCodes } from '../../errors/error-table'
import { Refused } from '../refused'
import { alterResource } from './alter-resource'
import type { AlterEnvironment, Alteration } from './alteration'

/** What became of one alteration. */
export interface Altered {
  readonly errorCode: number
  readonly errorMessage: string | null
  readonly resourceType: number
  readonly resourceName: string
}

/** Alters the configs of several resources, each for itself. One that is named twice is not altered. */
export function alterResources(environment: AlterEnvironment, alterations: readonly Alteration[]): Altered[] {
  return alterations.map(alteration => {
    const { resourceType, resourceName } = alteration
    const answer = (errorCode: number, errorMessage: string | null): Altered => ({ errorCode, errorMessage, resourceType, resourceName })
    const same = alterations.filter(one => one.resourceType === resourceType && one.resourceName === resourceName)
    if (same.length > 1) return answer(errorCodes.INVALID_REQUEST, 'Each resource must appear at most once.')
    try {
      alterResource(environment, alteration)
      return answer(errorCodes.NONE, null)
    } catch (error) {
      if (error instanceof Refused) return answer(error.errorCode, error.message)
      throw error
    }
  })
}
