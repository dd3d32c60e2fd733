import { alterConfigsApi } from '../../protocol/generated/alter-configs'
import { configOperations } from '../configs/config-change'
import { handler } from '../handler'
import { alterEnvironment } from './alter-environment'
import { alterResources } from '../configs/alter-resources'

/** AlterConfigs: replaces all configs of a resource. Deprecated since 2.3 for IncrementalAlterConfigs. */
export const alterConfigs = handler({
  api: alterConfigsApi,
  handle: (context, { resources, validateOnly }) => ({
    responses: alterResources(
      alterEnvironment(context),
      resources.map(({ resourceType, resourceName, configs }) => ({
        resourceType,
        resourceName,
        changes: configs.map(({ name, value }) => ({ name, value, configOperation: configOperations.set })),
        replaces: true,
        validateOnly
      }))
    )
  }),
  fail: ({ resources }, errorCode) => ({
    responses: resources.map(({ resourceType, resourceName }) => ({ errorCode, errorMessage: null, resourceType, resourceName }))
  })
})
