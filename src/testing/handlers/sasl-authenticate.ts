import { errorCodes } from '../../errors/error-table'
import { saslAuthenticateApi } from '../../protocol/generated/sasl-authenticate'
import { handler, noResponse } from '../handler'

/** SaslAuthenticate: one message of the exchange that SaslHandshake began. */
export const saslAuthenticate = handler({
  api: saslAuthenticateApi,
  handle({ connection: { sasl } }, { authBytes }) {
    if (sasl === undefined) {
      return { errorCode: errorCodes.ILLEGAL_SASL_STATE, errorMessage: 'SaslAuthenticate request received after successful authentication' }
    }
    return sasl.authenticate(authBytes) ?? noResponse
  },
  fail: (_request, errorCode) => ({ errorCode })
})
