import { errorCodes } from '../../errors/error-table'
import { apiVersionsApi } from '../../protocol/generated/api-versions'
import { handler } from '../handler'

/** Names and versions of client libraries (KIP-511). */
const softwareWord = /^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/

/** ApiVersions: what the handlers serve, within what the release advertises. */
export const apiVersions = handler({
  api: apiVersionsApi,
  handle({ cluster, version }, { clientSoftwareName, clientSoftwareVersion }) {
    if (version >= 3 && !(softwareWord.test(clientSoftwareName) && softwareWord.test(clientSoftwareVersion))) {
      return { errorCode: errorCodes.INVALID_REQUEST }
    }
    const apiKeys = [...cluster.advertised.all().values()].map(({ key, min, max }) => ({ apiKey: key, minVersion: min, maxVersion: max }))
    if (version < 3) return { apiKeys }
    const { supported, finalized, epoch } = cluster.features
    return {
      apiKeys,
      // Older clients take a lowest level of 0 for a mistake.
      supportedFeatures: supported.filter(({ minVersion }) => version >= 4 || minVersion > 0),
      finalizedFeaturesEpoch: BigInt(epoch),
      finalizedFeatures: [...finalized].map(([name, level]) => ({ name, minVersionLevel: level, maxVersionLevel: level }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
