import { errorCodes } from '../../../errors/error-table'
import { alterConfigsApi } from '../../../protocol/generated/alter-configs'
import { describeConfigsApi } from '../../../protocol/generated/describe-configs'
import { incrementalAlterConfigsApi } from '../../../protocol/generated/incremental-alter-configs'
import type { Access } from '../access'
import { operations } from '../acl'
import { amend, guard, part, type AnyGuard } from './guard'

/** Config resources by their number in requests; all others belong to the cluster. */
const topicResource = 2
const groupResource = 32

interface ConfigResource {
  readonly resourceType: number
  readonly resourceName: string
}

/** The error code for one who may not do it, or none. */
function codeFor(access: Access, operation: number, { resourceType, resourceName }: ConfigResource): number {
  if (resourceType === topicResource) {
    return access.mayWithTopic(operation, resourceName) ? errorCodes.NONE : errorCodes.TOPIC_AUTHORIZATION_FAILED
  }
  if (resourceType === groupResource) {
    return access.mayWithGroup(operation, resourceName) ? errorCodes.NONE : errorCodes.GROUP_AUTHORIZATION_FAILED
  }
  return access.mayWithCluster(operation) ? errorCodes.NONE : errorCodes.CLUSTER_AUTHORIZATION_FAILED
}

function denials(
  access: Access,
  operation: number,
  resources: readonly ConfigResource[]
): (ConfigResource & { errorCode: number; errorMessage: null })[] {
  return resources.map(resource => ({
    resourceType: resource.resourceType,
    resourceName: resource.resourceName,
    errorCode: codeFor(access, operation, resource),
    errorMessage: null
  }))
}

const describeConfigs = guard(describeConfigsApi, ({ access, request, serve }) => {
  const [allowed, denied] = part(request.resources, one => codeFor(access, operations.describeConfigs, one) === errorCodes.NONE)
  return amend(serve({ ...request, resources: allowed }), response => ({
    ...response,
    results: [...(response.results ?? []), ...denials(access, operations.describeConfigs, denied)]
  }))
})

const alterConfigs = guard(alterConfigsApi, ({ access, request, serve }) => {
  const [allowed, denied] = part(request.resources, one => codeFor(access, operations.alterConfigs, one) === errorCodes.NONE)
  return amend(serve({ ...request, resources: allowed }), response => ({
    ...response,
    responses: [...(response.responses ?? []), ...denials(access, operations.alterConfigs, denied)]
  }))
})

const incrementalAlterConfigs = guard(incrementalAlterConfigsApi, ({ access, request, serve }) => {
  const [allowed, denied] = part(request.resources, one => codeFor(access, operations.alterConfigs, one) === errorCodes.NONE)
  return amend(serve({ ...request, resources: allowed }), response => ({
    ...response,
    responses: [...(response.responses ?? []), ...denials(access, operations.alterConfigs, denied)]
  }))
})

/** Guards of requests about configs. */
export const configGuards: readonly AnyGuard[] = [describeConfigs, alterConfigs, incrementalAlterConfigs]
