import { errorCodes } from '../../errors/error-table'
import { saslHandshakeApi } from '../../protocol/generated/sasl-handshake'
import { handler } from '../handler'

/** SaslHandshake: chooses the mechanism. */
export const saslHandshake = handler({
  api: saslHandshakeApi,
  handle({ connection: { sasl } }, { mechanism }) {
    if (sasl === undefined) return { errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] }
    return sasl.handshake(mechanism)
  },
  fail: (_request, errorCode) => ({ errorCode })
})
