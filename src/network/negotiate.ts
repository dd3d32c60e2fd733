import { KafkaUnsupportedVersionError } from '../errors/cluster-errors'
import { protocolError } from '../errors/protocol-error'
import { apiVersionsApi } from '../protocol/generated/api-versions'
import { clientSoftware } from './client-software'
import { NegotiatedVersions } from './negotiated-versions'
import type { RequestExchange } from './sasl/authenticate'

const unsupportedVersion = 35

/**
 * Asks the broker what it can do: in the newest version, and once more in an older one when the broker says that it does not know it (the
 * answer then comes in version 0 and, from Kafka 2.4 on, says which versions it does know). Never more than two requests.
 * @param highest version to begin with
 * @throws KafkaUnsupportedVersionError, KafkaJSProtocolError, or what the exchange rejects with
 */
export async function negotiate(exchange: RequestExchange, highest: number): Promise<NegotiatedVersions> {
  let response = await exchange(apiVersionsApi, highest, clientSoftware)
  if (response.errorCode === unsupportedVersion && highest > 0) {
    const hint = response.apiKeys.find(({ apiKey }) => apiKey === apiVersionsApi.key)
    // A hint that makes no sense is as none: version 0 is what every broker knows.
    const version = hint !== undefined && hint.maxVersion > 0 && hint.maxVersion < highest ? hint.maxVersion : 0
    response = await exchange(apiVersionsApi, version, clientSoftware)
  }
  if (response.errorCode === unsupportedVersion) {
    throw new KafkaUnsupportedVersionError('The broker accepts no version of ApiVersions that is known here', {
      apiName: apiVersionsApi.name,
      apiKey: apiVersionsApi.key
    })
  }
  if (response.errorCode !== 0) throw protocolError(response.errorCode, null, { apiName: apiVersionsApi.name })
  return new NegotiatedVersions(response)
}
