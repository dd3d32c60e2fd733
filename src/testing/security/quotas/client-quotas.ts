import { keyOfEntity, type ClientQuotaKey, type QuotaEntity } from './quota-entity'

/** A quota that holds for a client, and who shares it. */
export interface QuotaInForce {
  readonly limit: number
  /** The same for all clients that use up the quota together. */
  readonly sharedBy: string
}

/** The quotas that were set, by entity. */
export class ClientQuotas {
  private readonly entities = new Map<string, { entity: QuotaEntity; values: Map<string, number> }>()

  /** Whether none is set. */
  get isEmpty(): boolean {
    return this.entities.size === 0
  }

  set(entity: QuotaEntity, key: string, value: number): void {
    const id = keyOfEntity(entity)
    const found = this.entities.get(id) ?? { entity, values: new Map<string, number>() }
    found.values.set(key, value)
    this.entities.set(id, found)
  }

  delete(entity: QuotaEntity, key: string): void {
    const id = keyOfEntity(entity)
    const found = this.entities.get(id)
    found?.values.delete(key)
    if (found?.values.size === 0) this.entities.delete(id)
  }

  all(): { readonly entity: QuotaEntity; readonly values: ReadonlyMap<string, number> }[] {
    return [...this.entities.values()]
  }

  /** The quota for a client: the most particular that was set, users before clients (KIP-55). */
  inForce(key: ClientQuotaKey, user: string, clientId: string): QuotaInForce | undefined {
    if (this.entities.size === 0) return undefined
    const candidates: [string | null | undefined, string | null | undefined][] = [
      [user, clientId],
      [user, null],
      [user, undefined],
      [null, clientId],
      [null, null],
      [null, undefined],
      [undefined, clientId],
      [undefined, null]
    ]
    for (const [ofUser, ofClient] of candidates) {
      const names: [string, string | null][] = []
      if (ofUser !== undefined) names.push(['user', ofUser])
      if (ofClient !== undefined) names.push(['client-id', ofClient])
      const limit = this.entities.get(keyOfEntity(new Map(names)))?.values.get(key)
      if (limit === undefined) continue
      // A default is a quota for each who has none of his own, not one for all of them.
      const sharedBy = JSON.stringify([ofUser === undefined ? '' : user, ofClient === undefined ? '' : clientId])
      return { limit, sharedBy }
    }
    return undefined
  }
}
