import net from 'node:net'
import { errorCodes } from '../../errors/error-table'
import { alterClientQuotasApi } from '../../protocol/generated/alter-client-quotas'
import type { EntryData, OpData } from '../../protocol/generated/alter-client-quotas-request'
import type { EntryDataInput as EntryResult } from '../../protocol/generated/alter-client-quotas-response'
import { handler } from '../handler'
import { Refused } from '../refused'
import type { ClientQuotas } from '../security/quotas/client-quotas'
import { clientQuotaKeys, connectionQuotaKey, entityTypes, keyOfEntity, type QuotaEntity } from '../security/quotas/quota-entity'

/** Quotas that are whole numbers. */
const wholeNumbers: readonly string[] = ['producer_byte_rate', 'consumer_byte_rate', connectionQuotaKey]

/** AlterClientQuotas (KIP-546). */
export const alterClientQuotas = handler({
  api: alterClientQuotasApi,
  handle({ cluster: { quotas } }, { entries, validateOnly }) {
    // An entity is answered for once; when it comes again, that is a mistake, though the first has been done.
    const results = new Map<string, EntryResult>()
    for (const entry of entries) {
      const id = keyOfEntity(entityOf(entry))
      const isTwice = results.has(id)
      results.set(id, isTwice ? refused(entry, 'Duplicate client quota entity') : alter(quotas, entry, validateOnly))
    }
    return { entries: [...results.values()] }
  },
  fail: ({ entries }, errorCode) => ({ entries: entries.map(({ entity }) => ({ entity, errorCode })) })
})

function alter(quotas: ClientQuotas, entry: EntryData, validateOnly: boolean): EntryResult {
  try {
    const entity = checkEntity(entry)
    for (const op of entry.ops) if (!op.remove) checkOp(entity, op)
    for (const { key, value, remove } of validateOnly ? [] : entry.ops) {
      if (remove) quotas.delete(entity, key)
      else quotas.set(entity, key, value)
    }
    return { entity: entry.entity, errorMessage: null }
  } catch (error) {
    if (error instanceof Refused) return refused(entry, error.message)
    throw error
  }
}

function refused({ entity }: EntryData, errorMessage: string): EntryResult {
  return { entity, errorCode: errorCodes.INVALID_REQUEST, errorMessage }
}

function entityOf({ entity }: EntryData): QuotaEntity {
  return new Map(entity.map(({ entityType, entityName }) => [entityType, entityName]))
}

function checkEntity(entry: EntryData): QuotaEntity {
  const refuse = (reason: string): never => {
    throw new Refused(errorCodes.INVALID_REQUEST, reason)
  }
  const entity = entityOf(entry)
  if (entity.size === 0) refuse('Invalid empty client quota entity')
  for (const [type, name] of entity) {
    if (!entityTypes.includes(type)) refuse(`Unhandled client quota entity type: ${type}`)
    if (name === '') refuse(`Empty ${type} not supported`)
  }
  if (entity.has('ip') && entity.size > 1) refuse('Invalid client quota entity: ip stands alone')
  const ip = entity.get('ip') ?? null
  if (ip !== null && net.isIP(ip) === 0) refuse(`${ip} is not a valid IP or resolvable host.`)
  return entity
}

function checkOp(entity: QuotaEntity, { key, value }: OpData): void {
  const refuse = (reason: string): never => {
    throw new Refused(errorCodes.INVALID_REQUEST, reason)
  }
  const keys: readonly string[] = entity.has('ip') ? [connectionQuotaKey] : clientQuotaKeys
  if (!keys.includes(key)) refuse(`Invalid configuration key ${key}`)
  if (value <= 0) refuse(`Quota ${key} must be greater than 0`)
  if (wholeNumbers.includes(key) && !Number.isInteger(value)) refuse(`Configuration ${key} must be a Long value`)
}
