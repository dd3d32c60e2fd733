import { errorCodes } from '../../errors/error-table'
import { createAclsApi } from '../../protocol/generated/create-acls'
import type { AclCreationResultInput } from '../../protocol/generated/create-acls-response'
import { handler, noResponse } from '../handler'
import { Refused } from '../refused'
import { clusterName, isKnownAcl, operations, patternTypes, permissionTypes, resourceTypes, type Acl } from '../security/acl'
import type { Authorizer } from '../security/authorizer'

/** CreateAcls. */
export const createAcls = handler({
  api: createAclsApi,
  handle({ cluster, connection }, { creations }) {
    const acls = creations.map(({ resourcePatternType, ...acl }): Acl => ({ ...acl, patternType: resourcePatternType }))
    if (!acls.every(isKnownAcl)) {
      // No request to Kafka: it does not get past the parser.
      connection.close()
      return noResponse
    }
    const { authorizer } = cluster
    if (authorizer === undefined) return { results: creations.map(() => disabled) }
    // No ACL can be about any of something. A broker trips over one that tries, and makes none of the request's.
    const isUnthinkable = acls.some(
      ({ resourceType, patternType, operation, permissionType }) =>
        resourceType === resourceTypes.any ||
        patternType === patternTypes.any ||
        patternType === patternTypes.match ||
        operation === operations.any ||
        permissionType === permissionTypes.any
    )
    if (isUnthinkable) return { results: creations.map(() => ({ errorCode: errorCodes.UNKNOWN_SERVER_ERROR })) }
    return { results: acls.map(acl => create(authorizer, acl)) }
  },
  fail: ({ creations }, errorCode) => ({ results: creations.map(() => ({ errorCode })) })
})

const disabled: AclCreationResultInput = { errorCode: errorCodes.SECURITY_DISABLED, errorMessage: 'No Authorizer is configured.' }

function create(authorizer: Authorizer, acl: Acl): AclCreationResultInput {
  try {
    check(acl)
    authorizer.add(acl)
    return { errorCode: errorCodes.NONE, errorMessage: null }
  } catch (error) {
    if (error instanceof Refused) return { errorCode: error.errorCode, errorMessage: error.message }
    throw error
  }
}

function check({ resourceType, resourceName, principal }: Acl): void {
  const refuse = (reason: string): never => {
    throw new Refused(errorCodes.INVALID_REQUEST, reason)
  }
  if (resourceType === resourceTypes.cluster && resourceName !== clusterName) {
    refuse(`The only valid name for the CLUSTER resource is ${clusterName}`)
  }
  if (resourceName === '') refuse('Invalid empty resource name')
  if (!principal.includes(':')) {
    refuse(`Could not parse principal from \`${principal}\` (no colon is present separating the principal type from the principal name)`)
  }
}
