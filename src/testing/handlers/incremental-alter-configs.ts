import { incrementalAlterConfigsApi } from '../../protocol/generated/incremental-alter-configs'
import { handler } from '../handler'
import { alterEnvironment } from './alter-environment'
import { alterResources } from '../configs/alter-resources'

/** IncrementalAlterConfigs: sets, deletes, and adds words to lists or takes them away (KIP-339). */
export const incrementalAlterConfigs = handler({
  api: incrementalAlterConfigsApi,
  handle: (context, { resources, validateOnly }) => ({
    responses: alterResources(
      alterEnvironment(context),
      resources.map(({ resourceType, resourceName, configs }) => ({
        resourceType,
        resourceName,
        changes: configs,
        replaces: false,
        validateOnly
      }))
    )
  }),
  fail: ({ resources }, errorCode) => ({
    responses: resources.map(({ resourceType, resourceName }) => ({ errorCode, errorMessage: null, resourceType, resourceName }))
  })
})
