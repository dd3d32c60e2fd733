import { holdsFor, matchesFilter, operations, operationsOf, patternTypes, permissionTypes, wildcard, type Acl, type AclFilter } from './acl'

/** Who asks, and from which address. */
export interface Subject {
  readonly principal: string
  readonly host: string
}

/** What the broker configs say about authorization. */
export interface AuthorizerSettings {
  /** Principals that may do everything (`super.users`). */
  readonly superUsers: ReadonlySet<string>
  /** Whether resources without any ACL are everyone's (`allow.everyone.if.no.acl.found`). */
  readonly allowsWithoutAcl: boolean
}

const everyone = 'User:*'

/** Leave to do any of these is leave to describe. */
const implyDescribe: readonly number[] = [operations.read, operations.write, operations.delete, operations.alter]

/** Keeps the ACLs and decides by them, as Kafka's StandardAuthorizer: what is denied anywhere is denied. */
export class Authorizer {
  private readonly acls = new Map<string, Acl>()

  constructor(private readonly settings: AuthorizerSettings) {}

  /** One that is there already stays. */
  add(acl: Acl): void {
    this.acls.set(keyOf(acl), acl)
  }

  delete(acl: Acl): void {
    this.acls.delete(keyOf(acl))
  }

  find(filter: AclFilter): Acl[] {
    return [...this.acls.values()].filter(acl => matchesFilter(filter, acl))
  }

  allows(subject: Subject, operation: number, resourceType: number, resourceName: string): boolean {
    if (this.settings.superUsers.has(subject.principal)) return true
    let isAllowed = false
    let hasAcl = false
    for (const acl of this.acls.values()) {
      if (acl.resourceType !== resourceType || !holdsFor(acl, resourceName)) continue
      hasAcl = true
      if (!isAbout(acl, subject) || !covers(acl, operation)) continue
      if (acl.permissionType === permissionTypes.deny) return false
      isAllowed = true
    }
    return isAllowed || (!hasAcl && this.settings.allowsWithoutAcl)
  }

  /** Whether there may be a resource of the type with which the subject may do it. */
  allowsSomewhere(subject: Subject, operation: number, resourceType: number): boolean {
    // A name that nobody uses: allowed are then those who may do everything.
    if (this.allows(subject, operation, resourceType, 'hardcode')) return true
    const about = [...this.acls.values()].filter(
      acl => acl.resourceType === resourceType && isAbout(acl, subject) && (acl.operation === operation || acl.operation === operations.all)
    )
    const denied = about.filter(acl => acl.permissionType === permissionTypes.deny)
    if (denied.some(acl => acl.patternType === patternTypes.literal && acl.resourceName === wildcard)) return false
    return about.some(
      acl =>
        acl.permissionType === permissionTypes.allow &&
        ((acl.patternType === patternTypes.literal && acl.resourceName === wildcard) || !denied.some(deny => outdoes(deny, acl)))
    )
  }

  /** What the subject may do with a resource, a bit for each operation. */
  operationsFor(subject: Subject, resourceType: number, resourceName: string): number {
    return (operationsOf.get(resourceType) ?? [])
      .filter(operation => this.allows(subject, operation, resourceType, resourceName))
      .reduce((bits, operation) => bits | (1 << operation), 0)
  }
}

function keyOf(acl: Acl): string {
  return JSON.stringify([acl.resourceType, acl.resourceName, acl.patternType, acl.principal, acl.host, acl.operation, acl.permissionType])
}

function isAbout({ principal, host }: Acl, subject: Subject): boolean {
  return (principal === subject.principal || principal === everyone) && (host === wildcard || host === subject.host)
}

function covers({ operation: given, permissionType }: Acl, operation: number): boolean {
  if (given === operations.all || given === operation) return true
  // Only what is allowed implies: who may not read may still describe.
  if (permissionType !== permissionTypes.allow) return false
  if (operation === operations.describe) return implyDescribe.includes(given)
  return operation === operations.describeConfigs && given === operations.alterConfigs
}

/** Whether a denial leaves nothing of what is allowed. */
function outdoes(deny: Acl, allow: Acl): boolean {
  if (deny.patternType === patternTypes.prefixed) return allow.resourceName.startsWith(deny.resourceName)
  return allow.patternType === patternTypes.literal && deny.resourceName === allow.resourceName
}
