import { errorCodes } from '../../errors/error-table'
import { describeConfigsApi } from '../../protocol/generated/describe-configs'
import type { DescribeConfigsResource } from '../../protocol/generated/describe-configs-request'
import type { DescribeConfigsResultInput } from '../../protocol/generated/describe-configs-response'
import { describeResource, isConfigResource, type DescribeEnvironment } from '../configs/describe-resource'
import { handler } from '../handler'
import { Refused } from '../refused'

/** First version with types and documentation of configs (KIP-569). */
const documentedVersion = 3

/** DescribeConfigs. */
export const describeConfigs = handler({
  api: describeConfigsApi,
  handle({ cluster, node, version }, { resources, includeSynonyms, includeDocumentation }) {
    // One resource of a type that has no configs spoils the whole request.
    if (!resources.every(({ resourceType }) => isConfigResource(resourceType))) {
      return { results: resources.map(resource => failure(resource, errorCodes.INVALID_REQUEST)) }
    }
    const wanted = includeDocumentation ? 'wanted' : 'unwanted'
    const environment: DescribeEnvironment = {
      configs: cluster.configs,
      topics: cluster.topics,
      node,
      withSynonyms: includeSynonyms,
      documentation: version >= documentedVersion ? wanted : 'none'
    }
    return { results: resources.map(resource => describe(environment, resource)) }
  },
  fail: ({ resources }, errorCode) => ({ results: resources.map(resource => failure(resource, errorCode)) })
})

function describe(environment: DescribeEnvironment, resource: DescribeConfigsResource): DescribeConfigsResultInput {
  const { resourceType, resourceName, configurationKeys } = resource
  try {
    const configs = describeResource(environment, resourceType, resourceName)
    const isWanted = (name: string | undefined): boolean =>
      configurationKeys === null || configurationKeys.length === 0 || configurationKeys.includes(name ?? '')
    return {
      errorCode: errorCodes.NONE,
      errorMessage: '',
      resourceType,
      resourceName,
      configs: configs.filter(({ name }) => isWanted(name))
    }
  } catch (error) {
    if (error instanceof Refused) return failure(resource, error.errorCode, error.message)
    throw error
  }
}

function failure(
  { resourceType, resourceName }: DescribeConfigsResource,
  errorCode: number,
  errorMessage: string | null = null
): DescribeConfigsResultInput {
  return { errorCode, errorMessage, resourceType, resourceName }
}
