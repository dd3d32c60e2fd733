import { errorCodes } from '../../errors/error-table'
import { deleteAclsApi } from '../../protocol/generated/delete-acls'
import { handler, noResponse } from '../handler'
import { isKnownFilter } from '../security/acl'

/** DeleteAcls: deletes what filters mean, and says what that was. */
export const deleteAcls = handler({
  api: deleteAclsApi,
  handle({ cluster, connection }, { filters }) {
    if (!filters.every(isKnownFilter)) {
      connection.close()
      return noResponse
    }
    const { authorizer } = cluster
    if (authorizer === undefined) {
      const disabled = { errorCode: errorCodes.SECURITY_DISABLED, errorMessage: 'No Authorizer is configured.' }
      return { filterResults: filters.map(() => disabled) }
    }
    // All filters look before anything goes: an ACL that two of them mean is told twice.
    const found = filters.map(filter => authorizer.find(filter))
    for (const acl of found.flat()) authorizer.delete(acl)
    return {
      filterResults: found.map(acls => ({
        errorMessage: null,
        matchingAcls: acls.map(acl => ({ ...acl, errorCode: errorCodes.NONE, errorMessage: null }))
      }))
    }
  },
  fail: ({ filters }, errorCode) => ({ filterResults: filters.map(() => ({ errorCode })) })
})
