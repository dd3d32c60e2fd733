import { errorCodes } from '../../errors/error-table'
import { describeClientQuotasApi } from '../../protocol/generated/describe-client-quotas'
import type { ComponentData } from '../../protocol/generated/describe-client-quotas-request'
import { handler } from '../handler'
import { Refused } from '../refused'
import { entityTypes, type QuotaEntity } from '../security/quotas/quota-entity'

const exactly = 0
const theDefault = 1
const anyName = 2

/** DescribeClientQuotas (KIP-546). */
export const describeClientQuotas = handler({
  api: describeClientQuotasApi,
  handle({ cluster: { quotas } }, { components, strict: isStrict }) {
    try {
      check(components)
      const found = quotas.all().filter(({ entity }) => fits(components, isStrict, entity))
      return {
        errorMessage: null,
        entries: found.map(({ entity, values }) => ({
          entity: [...entity].map(([entityType, entityName]) => ({ entityType, entityName })),
          values: [...values].map(([key, value]) => ({ key, value }))
        }))
      }
    } catch (error) {
      if (error instanceof Refused) return { errorCode: error.errorCode, errorMessage: error.message, entries: null }
      throw error
    }
  },
  fail: (_request, errorCode) => ({ errorCode, entries: null })
})

function fits(components: readonly ComponentData[], isStrict: boolean, entity: QuotaEntity): boolean {
  if (isStrict && entity.size !== components.length) return false
  return components.every(({ entityType, matchType, match }) => {
    const name = entity.get(entityType)
    if (name === undefined) return false
    return matchType === anyName || name === (matchType === theDefault ? null : match)
  })
}

function check(components: readonly ComponentData[]): void {
  const types = components.map(({ entityType }) => entityType)
  for (const [i, { entityType, matchType, match }] of components.entries()) {
    if (entityType === '') throw new Refused(errorCodes.INVALID_REQUEST, 'Invalid empty entity type.')
    if (types.indexOf(entityType) < i) {
      throw new Refused(errorCodes.INVALID_REQUEST, `Entity type ${entityType} cannot appear more than once in the filter.`)
    }
    if (!entityTypes.includes(entityType)) {
      throw new Refused(errorCodes.UNSUPPORTED_VERSION, `Unsupported entity type ${entityType}`)
    }
    if (matchType === exactly) {
      if (match === null) throw new Refused(errorCodes.INVALID_REQUEST, 'Request specified MATCH_TYPE_EXACT, but set match string to null.')
    } else if (matchType !== theDefault && matchType !== anyName) {
      throw new Refused(errorCodes.INVALID_REQUEST, `Unknown match type ${matchType}`)
    } else if (match !== null) {
      throw new Refused(errorCodes.INVALID_REQUEST, 'Request specified a match type without a string, but also specified a match string.')
    }
  }
  if (types.includes('ip') && (types.includes('user') || types.includes('client-id'))) {
    throw new Refused(
      errorCodes.INVALID_REQUEST,
      'Invalid entity filter component combination: IP filter component should not be used with user or clientId filter component.'
    )
  }
}
