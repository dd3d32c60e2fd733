import { errorCodes } from '../../errors/error-table'
import { updateFeaturesApi } from '../../protocol/generated/update-features'
import { handler } from '../handler'
import { Refused } from '../refused'

/** First version that says how a feature may be changed (KIP-778). */
const upgradeTypeVersion = 1
/** First version that names only what failed. */
const onlyFailuresVersion = 2

/** UpdateFeatures: raises and lowers levels of finalized features (KIP-584). */
export const updateFeatures = handler({
  api: updateFeaturesApi,
  handle({ cluster, version }, { featureUpdates, validateOnly }) {
    try {
      const updates = featureUpdates.map(({ feature, maxVersionLevel, upgradeType }) => ({
        feature,
        maxVersionLevel,
        upgradeType: version < upgradeTypeVersion ? 1 : upgradeType
      }))
      cluster.features.update(updates, validateOnly)
      if (version >= onlyFailuresVersion) return { errorMessage: null }
      return {
        errorMessage: null,
        results: featureUpdates.map(({ feature }) => ({ feature, errorCode: errorCodes.NONE, errorMessage: null }))
      }
    } catch (error) {
      if (error instanceof Refused) return { errorCode: error.errorCode, errorMessage: error.message }
      throw error
    }
  },
  fail: (_request, errorCode) => ({ errorCode, errorMessage: null })
})
