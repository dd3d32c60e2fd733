import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { alterUserScramCredentialsApi } from '../../../../src/protocol/generated/alter-user-scram-credentials'
import { apiVersionsApi } from '../../../../src/protocol/generated/api-versions'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { saslAuthenticateApi } from '../../../../src/protocol/generated/sasl-authenticate'
import type { SaslAuthenticateResponse } from '../../../../src/protocol/generated/sasl-authenticate-response'
import { saslHandshakeApi } from '../../../../src/protocol/generated/sasl-handshake'
import type { Script, Stage } from '../../scripts/stage'
import type { WireClient } from '../../support/wire-client'
import { makeToken, user } from './acl-setting'

const iterations = 4096
const salt = Buffer.from('a salt of a password')

/** One log-in after another on a connection, as a client would, and as it should not. */
class Login {
  private constructor(
    private readonly stage: Stage,
    readonly client: WireClient
  ) {}

  static async enter(stage: Stage): Promise<Login> {
    return new Login(stage, await stage.client('someone', 'SASL_PLAINTEXT'))
  }

  async handshake(label: string, mechanism: string): Promise<void> {
    await this.stage.ask(label, this.client, saslHandshakeApi, 1, { mechanism })
  }

  async token(label: string, text: string): Promise<SaslAuthenticateResponse | undefined> {
    const sent = this.stage.settled(this.client.send(saslAuthenticateApi, 2, { authBytes: Buffer.from(text) }))
    const answer = await sent.catch(() => undefined)
    this.stage.record(label, answer === undefined ? 'closed' : [answer.errorCode, String(answer.sessionLifetimeMs)])
    return answer
  }

  plain(label: string, password = user.password, username = user.username): Promise<SaslAuthenticateResponse | undefined> {
    return this.token(label, `\0${username}\0${password}`)
  }

  /** The client's side of SCRAM-SHA-256. */
  async scram(label: string, username: string, password: string): Promise<void> {
    const bare = `n=${username},r=nonce-of-the-client`
    const first = await this.token(`${label}, first message`, `n,,${bare}`)
    if (first?.errorCode !== 0) return
    const serverFirst = first.authBytes.toString()
    const nonce = /r=([^,]+)/.exec(serverFirst)?.[1] ?? ''
    const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
    const key = createHmac('sha256', salted).update('Client Key').digest()
    const withoutProof = `c=biws,r=${nonce}`
    const signature = createHmac('sha256', createHash('sha256').update(key).digest())
      .update(`${bare},${serverFirst},${withoutProof}`)
      .digest()
    const proof = Buffer.from(key.map((byte, i) => byte ^ signature[i])).toString('base64')
    await this.token(`${label}, last message`, `${withoutProof},p=${proof}`)
  }

  /** Whether the broker still serves the connection. */
  async isServed(label: string): Promise<void> {
    const sent = this.stage.settled(this.client.send(metadataApi, 12, { topics: [] }))
    this.stage.record(
      label,
      await sent.then(
        () => 'served',
        () => 'closed'
      )
    )
  }
}

async function addUser(stage: Stage, admin: WireClient, name: string, password: string): Promise<void> {
  const saltedPassword = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  await stage.ask(`set ${password}`, admin, alterUserScramCredentialsApi, 0, {
    deletions: [],
    upsertions: [{ name, mechanism: 1, iterations, salt, saltedPassword }]
  })
  await stage.wait(200)
}

/** Logging in, and again on the same connection (KIP-368). */
export const saslScripts: readonly Script[] = [
  {
    name: 'log in',
    play: async stage => {
      stage.ignoreOrder('mechanisms')
      const good = await Login.enter(stage)
      await stage.quiet(() =>
        stage.ask('versions', good.client, apiVersionsApi, 3, { clientSoftwareName: 'a', clientSoftwareVersion: '1' })
      )
      await good.handshake('a good one', 'PLAIN')
      await good.plain('good')
      await good.isServed('good, then')
      const unknown = await Login.enter(stage)
      await unknown.handshake('an unknown mechanism', 'GSSAPI')
      await unknown.isServed('unknown mechanism, then')
      const wrong = await Login.enter(stage)
      await wrong.handshake('a wrong password', 'PLAIN')
      await wrong.plain('wrong password', 'wrong')
      await wrong.isServed('wrong password, then')
      const malformed = await Login.enter(stage)
      await malformed.handshake('malformed', 'PLAIN')
      await malformed.token('malformed token', 'no such token')
      await malformed.isServed('malformed, then')
      const hasty = await Login.enter(stage)
      await hasty.isServed('without a log-in')
    }
  },
  {
    name: 'tokens',
    play: async stage => {
      stage.ignoreOrder('mechanisms')
      const tokens: [label: string, message: string][] = [
        ['good for long', `n,,\u0001auth=Bearer ${makeToken('ann', 600_000)}\u0001\u0001`],
        ['of whom it says', `n,a=ann,\u0001auth=Bearer ${makeToken('ann', 600_000)}\u0001\u0001`],
        ['of another', `n,a=bob,\u0001auth=Bearer ${makeToken('ann', 600_000)}\u0001\u0001`],
        ['with extensions', `n,,\u0001auth=Bearer ${makeToken('ann', 600_000)}\u0001traceId=1\u0001\u0001`],
        ['expired', `n,,\u0001auth=Bearer ${makeToken('ann', -600_000)}\u0001\u0001`],
        ['no token', `n,,\u0001auth=Bearer not-a-token\u0001\u0001`],
        ['no bearer', `n,,\u0001auth=Basic abc\u0001\u0001`],
        ['no authentication', 'n,,\u0001traceId=1\u0001\u0001'],
        ['without an end', `n,,\u0001auth=Bearer ${makeToken('ann', 600_000)}`],
        ['nothing', '']
      ]
      for (const [label, message] of tokens) {
        const login = await Login.enter(stage)
        await login.handshake(label, 'OAUTHBEARER')
        const answer = await login.token(label, message)
        const reply = answer?.authBytes.toString() ?? ''
        stage.record(`${label}, reply`, reply)
        if (reply !== '') await login.token(`${label}, acknowledged`, '\u0001')
        await login.isServed(`${label}, then`)
      }
      const short = await Login.enter(stage)
      await short.handshake('good for half a minute', 'OAUTHBEARER')
      const sent = short.client.send(saslAuthenticateApi, 2, {
        authBytes: Buffer.from(`n,,\u0001auth=Bearer ${makeToken('ann', 30_000)}\u0001\u0001`)
      })
      const { errorCode, sessionLifetimeMs } = await stage.settled(sent)
      stage.record('good for half a minute', [errorCode, Math.round(Number(sessionLifetimeMs) / 10_000)])
    }
  },
  {
    name: 'log in again',
    play: async stage => {
      stage.ignoreOrder('mechanisms')
      const login = await Login.enter(stage)
      await login.handshake('first', 'PLAIN')
      await login.plain('first')
      await login.handshake('again', 'PLAIN')
      await login.plain('again')
      await login.isServed('again, then')
      await login.handshake('again within a second', 'PLAIN')
      await login.isServed('again within a second, then')
      await stage.wait(1100)
      await login.handshake('again after a second', 'PLAIN')
      await login.plain('again after a second')
      await stage.wait(1100)
      await login.handshake('by another mechanism', 'SCRAM-SHA-256')
      await login.isServed('by another mechanism, then')
      const wrong = await Login.enter(stage)
      await wrong.handshake('with a wrong password', 'PLAIN')
      await wrong.plain('right password')
      await wrong.handshake('again with a wrong password', 'PLAIN')
      await wrong.plain('wrong password', 'wrong')
      await wrong.isServed('wrong password, then')
    }
  },
  {
    name: 'users of SCRAM',
    play: async stage => {
      stage.ignoreOrder('mechanisms')
      const admin = await stage.client('admin')
      const ann = stage.unique('ann')
      const bob = stage.unique('bob')
      const stranger = await Login.enter(stage)
      await stranger.handshake('nobody', 'SCRAM-SHA-256')
      await stranger.scram('nobody', ann, 'secret of ann')
      await stranger.isServed('nobody, then')
      await addUser(stage, admin, ann, 'secret of ann')
      await addUser(stage, admin, bob, 'secret of bob')
      const login = await Login.enter(stage)
      await login.handshake('ann', 'SCRAM-SHA-256')
      await login.scram('ann', ann, 'secret of ann')
      await login.isServed('ann, then')
      await login.handshake('bob in her place', 'SCRAM-SHA-256')
      await login.scram('bob', bob, 'secret of bob')
      await login.isServed('bob, then')
      const plain = await Login.enter(stage)
      await plain.handshake('another user', 'PLAIN')
      await plain.plain('another user')
      await plain.handshake('by another mechanism', 'SCRAM-SHA-256')
      await plain.scram('by another mechanism', ann, 'secret of ann')
      await plain.isServed('by another mechanism, then')
      await addUser(stage, admin, ann, 'another secret')
      const late = await Login.enter(stage)
      await late.handshake('the old secret', 'SCRAM-SHA-256')
      await late.scram('the old secret', ann, 'secret of ann')
      await late.isServed('the old secret, then')
      const other = await Login.enter(stage)
      await other.handshake('another mechanism', 'SCRAM-SHA-512')
      await other.scram('another mechanism', ann, 'another secret')
      const deletions = [ann, bob].map(name => ({ name, mechanism: 1 }))
      await stage.ask('delete', admin, alterUserScramCredentialsApi, 0, { deletions, upsertions: [] })
      await stage.wait(200)
      const gone = await Login.enter(stage)
      await gone.handshake('gone', 'SCRAM-SHA-256')
      await gone.scram('gone', ann, 'another secret')
    }
  }
]
