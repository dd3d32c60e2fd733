import { errorCodes } from '../../errors/error-table'
import { unregisterBrokerApi } from '../../protocol/generated/unregister-broker'
import { handler } from '../handler'

/** UnregisterBroker: strikes a broker from the books until it starts again (KIP-631). */
export const unregisterBroker = handler({
  api: unregisterBrokerApi,
  handle({ cluster }, { brokerId }) {
    if (!cluster.isRegistered(brokerId)) {
      return { errorCode: errorCodes.BROKER_ID_NOT_REGISTERED, errorMessage: `Broker ID ${brokerId} is not currently registered` }
    }
    cluster.unregister(brokerId)
    return { errorCode: errorCodes.NONE, errorMessage: '' }
  },
  fail: (_request, errorCode) => ({ errorCode, errorMessage: null })
})
