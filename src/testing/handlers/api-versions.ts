import { apiVersionsApi } from '../../protocol/generated/api-versions'
import { handler } from '../handler'

/** ApiVersions: what the handlers serve, within what the release advertises. */
export const apiVersions = handler({
  api: apiVersionsApi,
  handle({ cluster, version }) {
    const apiKeys = [...cluster.advertised.all().values()].map(({ key, min, max }) => ({ apiKey: key, minVersion: min, maxVersion: max }))
    if (version < 3) return { apiKeys }
    const features = [...cluster.profile.features]
    return {
      apiKeys,
      // Below version 4 a feature whose lowest level is 0 is not shown.
      supportedFeatures: features.map(([name, level]) => ({ name, minVersion: 1, maxVersion: level })),
      finalizedFeaturesEpoch: features.length === 0 ? -1n : 1n,
      finalizedFeatures: features.map(([name, level]) => ({ name, minVersionLevel: level, maxVersionLevel: level }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
