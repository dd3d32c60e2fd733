/** Numbers of the ACL operations that groups have: read, delete, describe, describe configs, alter configs. */
const operations = [3, 6, 8, 10, 11]

/** What everyone may do with a group where no authorizer says otherwise: a bit for each operation. */
export const allGroupOperations = operations.reduce((bits, operation) => bits | (1 << operation), 0)
