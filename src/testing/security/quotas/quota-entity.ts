/** Whose quota it is: names by `user`, `client-id` and `ip`; null stands for all who have none of their own. */
export type QuotaEntity = ReadonlyMap<string, string | null>

/** Kinds of entities that quotas are for. */
export const entityTypes: readonly string[] = ['user', 'client-id', 'ip']

/** Quotas of users and clients. */
export const clientQuotaKeys = ['producer_byte_rate', 'consumer_byte_rate', 'request_percentage', 'controller_mutation_rate'] as const

export type ClientQuotaKey = (typeof clientQuotaKeys)[number]

/** The one quota of addresses. */
export const connectionQuotaKey = 'connection_creation_rate'

/** The entity as text, the same for the same names in whatever order. */
export function keyOfEntity(entity: QuotaEntity): string {
  return JSON.stringify([...entity].sort(([a], [b]) => (a < b ? -1 : 1)))
}
