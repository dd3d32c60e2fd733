import { pbkdf2Sync } from 'node:crypto'
import { alterUserScramCredentialsApi } from '../../../../src/protocol/generated/alter-user-scram-credentials'
import type { AlterUserScramCredentialsRequestInput } from '../../../../src/protocol/generated/alter-user-scram-credentials-request'
import { describeUserScramCredentialsApi } from '../../../../src/protocol/generated/describe-user-scram-credentials'
import type { Script, Stage } from '../../scripts/stage'
import type { WireClient } from '../../support/wire-client'

const salt = Buffer.from('a salt of a password')
const saltedPassword = pbkdf2Sync('secret', salt, 4096, 32, 'sha256')

async function alter(stage: Stage, label: string, client: WireClient, body: AlterUserScramCredentialsRequestInput): Promise<void> {
  await stage.ask(label, client, alterUserScramCredentialsApi, 0, { deletions: [], upsertions: [], ...body })
  // Brokers read the users from the log of the metadata.
  await stage.wait(100)
}

async function describe(stage: Stage, label: string, client: WireClient, ...names: string[]): Promise<void> {
  await stage.ask(label, client, describeUserScramCredentialsApi, 0, { users: names.map(name => ({ name })) })
}

/** Users of SCRAM. */
export const scramScripts: Readonly<Record<string, readonly Script[]>> = {
  users: [
    {
      name: 'credentials',
      play: async stage => {
        stage.ignoreOrder('credentialInfos')
        const client = await stage.client('admin')
        const ann = stage.unique('ann')
        const bob = stage.unique('bob')
        const upsertion = (name: string, mechanism = 1, iterations = 4096): object => ({
          name,
          mechanism,
          iterations,
          salt,
          saltedPassword
        })
        await describe(stage, 'nobody', client, ann)
        await alter(stage, 'two mechanisms and two users', client, {
          upsertions: [upsertion(ann), upsertion(ann, 2, 8192), upsertion(bob)]
        })
        await describe(stage, 'both', client, ann, bob)
        await describe(stage, 'one twice', client, ann, bob, ann)
        await alter(stage, 'other iterations', client, { upsertions: [upsertion(ann, 1, 16_384)] })
        await alter(stage, 'too many and too few', client, { upsertions: [upsertion(ann, 1, 16_385), upsertion(bob, 1, 4095)] })
        await alter(stage, 'unknown mechanisms', client, {
          upsertions: [upsertion(ann, 0), upsertion(bob, 3)],
          deletions: [{ name: stage.unique('eve'), mechanism: 9 }]
        })
        await alter(stage, 'no name', client, { upsertions: [upsertion('')] })
        await alter(stage, 'no name to delete', client, { deletions: [{ name: '', mechanism: 1 }] })
        await alter(stage, 'the same twice', client, { upsertions: [upsertion(ann), upsertion(ann), upsertion(bob)] })
        await alter(stage, 'deleted and set', client, { upsertions: [upsertion(ann)], deletions: [{ name: ann, mechanism: 1 }] })
        await alter(stage, 'a good and a bad one of a user', client, { upsertions: [upsertion(bob, 2), upsertion(bob, 1, 1)] })
        await describe(stage, 'what that came to', client, ann, bob)
        await alter(stage, 'what is not there', client, { deletions: [{ name: bob, mechanism: 2 }] })
        await alter(stage, 'what is there', client, {
          deletions: [
            { name: ann, mechanism: 1 },
            { name: bob, mechanism: 1 }
          ]
        })
        await describe(stage, 'what is left', client, ann, bob)
        await alter(stage, 'the rest', client, { deletions: [{ name: ann, mechanism: 2 }] })
        await describe(stage, 'nobody again', client, ann, bob)
      }
    }
  ]
}
