import { operationsOf } from './acl'

/** What everyone may do with a resource of a type where no authorizer says otherwise: a bit for each operation. */
export function allOperations(resourceType: number): number {
  return (operationsOf.get(resourceType) ?? []).reduce((bits, operation) => bits | (1 << operation), 0)
}
