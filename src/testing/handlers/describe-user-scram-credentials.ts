import { errorCodes } from '../../errors/error-table'
import { describeUserScramCredentialsApi } from '../../protocol/generated/describe-user-scram-credentials'
import type { DescribeUserScramCredentialsResultInput } from '../../protocol/generated/describe-user-scram-credentials-response'
import { handler } from '../handler'
import { scramMechanisms, type ScramCredentials } from '../security/scram-credentials'

/** DescribeUserScramCredentials: which users can log in by SCRAM, not how (KIP-554). */
export const describeUserScramCredentials = handler({
  api: describeUserScramCredentialsApi,
  handle({ cluster: { scram } }, { users }) {
    const all = users === null || users.length === 0
    const names = all ? scram.all().map(([user]) => user) : users.map(({ name }) => name)
    const results = [...new Set(names)].map((user): DescribeUserScramCredentialsResultInput => {
      if (names.indexOf(user) === names.lastIndexOf(user)) return describe(scram, user)
      const errorMessage = `Cannot describe SCRAM credentials for the same user twice in a single request: ${user}`
      return { user, errorCode: errorCodes.DUPLICATE_RESOURCE, errorMessage }
    })
    return { errorMessage: null, results }
  },
  fail: ({ users }, errorCode) => ({ errorCode, results: (users ?? []).map(({ name: user }) => ({ user, errorCode })) })
})

function describe(scram: ScramCredentials, user: string): DescribeUserScramCredentialsResultInput {
  const credentialInfos = scramMechanisms.flatMap(({ name, type: mechanism }) => {
    const credential = scram.get(user, name)
    return credential === undefined ? [] : [{ mechanism, iterations: credential.iterations }]
  })
  if (credentialInfos.length > 0) return { user, errorMessage: null, credentialInfos }
  const errorMessage = `Attempt to describe a user credential that does not exist: ${user}`
  return { user, errorCode: errorCodes.RESOURCE_NOT_FOUND, errorMessage }
}
