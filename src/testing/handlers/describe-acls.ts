import { errorCodes } from '../../errors/error-table'
import { describeAclsApi } from '../../protocol/generated/describe-acls'
import type { DescribeAclsResourceInput } from '../../protocol/generated/describe-acls-response'
import { handler, noResponse } from '../handler'
import { isKnownFilter, type Acl } from '../security/acl'

/** DescribeAcls: ACLs that a filter means, gathered by pattern. */
export const describeAcls = handler({
  api: describeAclsApi,
  handle({ cluster, connection }, filter) {
    if (!isKnownFilter(filter)) {
      connection.close()
      return noResponse
    }
    const { authorizer } = cluster
    if (authorizer === undefined) {
      return { errorCode: errorCodes.SECURITY_DISABLED, errorMessage: 'No Authorizer is configured.' }
    }
    return { errorMessage: null, resources: byPattern(authorizer.find(filter)) }
  },
  fail: (_request, errorCode) => ({ errorCode })
})

function byPattern(acls: readonly Acl[]): DescribeAclsResourceInput[] {
  const resources = new Map<string, DescribeAclsResourceInput & { acls: Acl[] }>()
  for (const acl of acls) {
    const { resourceType, resourceName, patternType } = acl
    const key = `${resourceType} ${patternType} ${resourceName}`
    const resource = resources.get(key) ?? { resourceType, resourceName, patternType, acls: [] }
    resource.acls.push(acl)
    resources.set(key, resource)
  }
  return [...resources.values()]
}
