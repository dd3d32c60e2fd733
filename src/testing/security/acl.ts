/** Kinds of resource by their number in requests. */
export const resourceTypes = { any: 1, topic: 2, group: 3, cluster: 4, transactionalId: 5, delegationToken: 6, user: 7 } as const

/** How a pattern's name is meant, by its number in requests. `any` and `match` are for filters. */
export const patternTypes = { any: 1, match: 2, literal: 3, prefixed: 4 } as const

/** Operations by their number in requests. */
export const operations = {
  any: 1,
  all: 2,
  read: 3,
  write: 4,
  create: 5,
  delete: 6,
  alter: 7,
  describe: 8,
  clusterAction: 9,
  describeConfigs: 10,
  alterConfigs: 11,
  idempotentWrite: 12,
  createTokens: 13,
  describeTokens: 14,
  twoPhaseCommit: 15
} as const

/** Whether an ACL allows or denies, by its number in requests. */
export const permissionTypes = { any: 1, deny: 2, allow: 3 } as const

/** Matches every name where it is the name of a literal pattern, and every host where it is an ACL's host. */
export const wildcard = '*'

/** Name of the one resource of type cluster. */
export const clusterName = 'kafka-cluster'

/** Who may, or may not, do what, from where, with which resources. Numbers as in requests. */
export interface Acl {
  readonly resourceType: number
  readonly resourceName: string
  readonly patternType: number
  /** `User:name`; the name `*` is everyone. */
  readonly principal: string
  /** An address, or `*`. */
  readonly host: string
  readonly operation: number
  readonly permissionType: number
}

/** Which ACLs a request means: null, and the number of `any`, fit all. */
export interface AclFilter {
  readonly resourceTypeFilter: number
  readonly resourceNameFilter: string | null
  readonly patternTypeFilter: number
  readonly principalFilter: string | null
  readonly hostFilter: string | null
  readonly operation: number
  readonly permissionType: number
}

/** Operations that a kind of resource has, for the bit sets of authorized operations. */
export const operationsOf: ReadonlyMap<number, readonly number[]> = new Map([
  [
    resourceTypes.topic,
    [
      operations.read,
      operations.write,
      operations.create,
      operations.describe,
      operations.delete,
      operations.alter,
      operations.describeConfigs,
      operations.alterConfigs
    ]
  ],
  [resourceTypes.group, [operations.read, operations.describe, operations.delete, operations.describeConfigs, operations.alterConfigs]],
  [
    resourceTypes.cluster,
    [
      operations.create,
      operations.clusterAction,
      operations.describeConfigs,
      operations.alterConfigs,
      operations.idempotentWrite,
      operations.alter,
      operations.describe
    ]
  ]
])

/** Whether the numbers of a filter are ones that Kafka knows. */
export function isKnownFilter({ resourceTypeFilter, patternTypeFilter, operation, permissionType }: AclFilter): boolean {
  return areKnown(resourceTypeFilter, patternTypeFilter, operation, permissionType)
}

/** Whether the numbers of an ACL are ones that Kafka knows, legal in an ACL or not. */
export function isKnownAcl({ resourceType, patternType, operation, permissionType }: Acl): boolean {
  return areKnown(resourceType, patternType, operation, permissionType)
}

function areKnown(resourceType: number, patternType: number, operation: number, permissionType: number): boolean {
  return (
    isOneOf(resourceTypes, resourceType) &&
    isOneOf(patternTypes, patternType) &&
    isOneOf(operations, operation) &&
    isOneOf(permissionTypes, permissionType)
  )
}

function isOneOf(numbers: Readonly<Record<string, number>>, number: number): boolean {
  return Object.values(numbers).includes(number)
}

/** Whether a filter means an ACL. A filter of pattern type `match` means those that hold for the resource it names. */
export function matchesFilter(filter: AclFilter, acl: Acl): boolean {
  return (
    (filter.resourceTypeFilter === resourceTypes.any || filter.resourceTypeFilter === acl.resourceType) &&
    matchesPattern(filter, acl) &&
    (filter.principalFilter === null || filter.principalFilter === acl.principal) &&
    (filter.hostFilter === null || filter.hostFilter === acl.host) &&
    (filter.operation === operations.any || filter.operation === acl.operation) &&
    (filter.permissionType === permissionTypes.any || filter.permissionType === acl.permissionType)
  )
}

function matchesPattern({ resourceNameFilter: name, patternTypeFilter: type }: AclFilter, acl: Acl): boolean {
  const isExact = type === acl.patternType
  if (!isExact && type !== patternTypes.any && type !== patternTypes.match) return false
  if (name === null) return true
  if (isExact || type === patternTypes.any) return name === acl.resourceName
  return holdsFor(acl, name)
}

/** Whether an ACL's pattern covers a resource's name. */
export function holdsFor({ patternType, resourceName }: Acl, name: string): boolean {
  if (patternType === patternTypes.prefixed) return name.startsWith(resourceName)
  return resourceName === name || resourceName === wildcard
}
