import { errorCodes } from '../../errors/error-table'
import { alterUserScramCredentialsApi } from '../../protocol/generated/alter-user-scram-credentials'
import type {
  AlterUserScramCredentialsRequest,
  ScramCredentialDeletion,
  ScramCredentialUpsertion
} from '../../protocol/generated/alter-user-scram-credentials-request'
import { handler } from '../handler'
import { Refused } from '../refused'
import { leastIterations, mostIterations, scramMechanisms, type ScramCredentials, type ScramMechanism } from '../security/scram-credentials'

/** AlterUserScramCredentials: passwords of users, salted by the client; they hold from the next log-in on (KIP-554). */
export const alterUserScramCredentials = handler({
  api: alterUserScramCredentialsApi,
  handle({ cluster: { scram } }, request) {
    return {
      results: usersOf(request).map(user => {
        try {
          alter(scram, user, request)
          return { user, errorMessage: null }
        } catch (error) {
          if (error instanceof Refused) return { user, errorCode: error.errorCode, errorMessage: error.message }
          throw error
        }
      })
    }
  },
  fail: (request, errorCode) => ({ results: usersOf(request).map(user => ({ user, errorCode })) })
})

function usersOf({ deletions, upsertions }: AlterUserScramCredentialsRequest): string[] {
  return [...new Set([...deletions, ...upsertions].map(({ name }) => name))]
}

/** All of a user's changes, or none. */
function alter(scram: ScramCredentials, user: string, request: AlterUserScramCredentialsRequest): void {
  const deletions = request.deletions.filter(({ name }) => name === user)
  const upsertions = request.upsertions.filter(({ name }) => name === user)
  // Even for another mechanism.
  if (deletions.length + upsertions.length > 1)
    throw new Refused(errorCodes.DUPLICATE_RESOURCE, 'A user credential cannot be altered twice in the same request')
  const deleted = deletions.map(one => checkDeletion(scram, one))
  const upserted = upsertions.map(one => ({ ...one, mechanism: checkUpsertion(one) }))
  for (const mechanism of deleted) scram.delete(user, mechanism.name)
  for (const { mechanism, salt, iterations, saltedPassword } of upserted) {
    scram.setSalted(user, mechanism, Buffer.from(salt), iterations, Buffer.from(saltedPassword))
  }
}

function checkDeletion(scram: ScramCredentials, { name, mechanism }: ScramCredentialDeletion): ScramMechanism {
  const known = mechanismOf(name, mechanism)
  if (scram.get(name, known.name) === undefined) {
    throw new Refused(errorCodes.RESOURCE_NOT_FOUND, 'Attempt to delete a user credential that does not exist')
  }
  return known
}

function checkUpsertion({ name, mechanism, iterations }: ScramCredentialUpsertion): ScramMechanism {
  const known = mechanismOf(name, mechanism)
  if (iterations > mostIterations) throw new Refused(errorCodes.UNACCEPTABLE_CREDENTIAL, 'Too many iterations')
  if (iterations < leastIterations) throw new Refused(errorCodes.UNACCEPTABLE_CREDENTIAL, 'Too few iterations')
  return known
}

function mechanismOf(user: string, type: number): ScramMechanism {
  if (user === '') throw new Refused(errorCodes.UNACCEPTABLE_CREDENTIAL, 'Username must not be empty')
  const known = scramMechanisms.find(mechanism => mechanism.type === type)
  if (known === undefined) throw new Refused(errorCodes.UNSUPPORTED_SASL_MECHANISM, 'Unknown SCRAM mechanism')
  return known
}
