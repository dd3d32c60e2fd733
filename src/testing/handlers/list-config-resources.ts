import { errorCodes } from '../../errors/error-table'
import { listConfigResourcesApi } from '../../protocol/generated/list-config-resources'
import type { ConfigResourceInput } from '../../protocol/generated/list-config-resources-response'
import type { ClusterState } from '../cluster-state'
import { configResources } from '../configs/config-resources'
import { handler } from '../handler'

const types: readonly number[] = [
  configResources.group,
  configResources.clientMetrics,
  configResources.brokerLogger,
  configResources.broker,
  configResources.topic
]

/** ListConfigResources, which began as ListClientMetricsResources (KIP-714, KIP-1142). */
export const listConfigResources = handler({
  api: listConfigResourcesApi,
  handle({ cluster, version }, { resourceTypes }) {
    const all = resourceTypes.length === 0 ? types : resourceTypes
    const wanted = version === 0 ? [configResources.clientMetrics] : all
    if (!wanted.every(type => types.includes(type))) return { errorCode: errorCodes.UNSUPPORTED_VERSION }
    return { configResources: types.filter(type => wanted.includes(type)).flatMap(type => resourcesOf(cluster, type)) }
  },
  fail: (_request, errorCode) => ({ errorCode })
})

function resourcesOf(cluster: ClusterState, resourceType: number): ConfigResourceInput[] {
  return namesOf(cluster, resourceType).map(resourceName => ({ resourceName, resourceType }))
}

function namesOf(cluster: ClusterState, resourceType: number): string[] {
  const { configs, topics } = cluster
  if (resourceType === configResources.group) return [...configs.ofGroups.keys()]
  if (resourceType === configResources.clientMetrics) return [...configs.ofClientMetrics.keys()]
  if (resourceType === configResources.topic) return topics.all().map(({ name }) => name)
  return cluster.aliveNodes().map(({ nodeId }) => String(nodeId))
}
