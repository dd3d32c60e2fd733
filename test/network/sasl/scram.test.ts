import { KafkaJSSASLAuthenticationError } from '../../../src/errors/connection-errors'
import { Secret } from '../../../src/config/secret'
import { ScramMechanism } from '../../../src/network/sasl/scram'
import { rejection } from '../support'
import { ScramServer, type Lies } from './scram-server'

type Name = 'SCRAM-SHA-256' | 'SCRAM-SHA-512'
const hashes = { 'SCRAM-SHA-256': 'sha256', 'SCRAM-SHA-512': 'sha512' } as const

const mechanism = (name: Name, username: string, password: string, nonce?: string): ScramMechanism =>
  new ScramMechanism({ mechanism: name, username, password: new Secret(password) }, ...(nonce === undefined ? [] : [() => nonce]))

async function run(name: Name, username: string, password: string, known: string, lies?: Lies): Promise<ScramServer> {
  const server = new ScramServer(hashes[name], new Map([[username, known]]), lies)
  await mechanism(name, username, password).authenticate(async message => {
    const answer = server.answer(Buffer.from(message))
    if (answer === undefined) throw new Error('the broker refused the proof')
    return Buffer.from(answer)
  })
  return server
}

describe('SCRAM', () => {
  test('says what RFC 7677 says for SHA-256', async () => {
    const sent: string[] = []
    const answers = [
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
      'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='
    ]
    await mechanism('SCRAM-SHA-256', 'user', 'pencil', 'rOprNGfwEbeRWgbNEkqO').authenticate(async message => {
      sent.push(Buffer.from(message).toString())
      return Buffer.from(answers[sent.length - 1] ?? '')
    })
    expect(sent).toEqual([
      'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ='
    ])
  })

  test.each<[Name, string, string]>([
    ['SCRAM-SHA-256', 'user', 'pencil'],
    ['SCRAM-SHA-512', 'user', 'pencil'],
    ['SCRAM-SHA-512', 'a=b,c=2C=3D', 'comma, and = sign'],
    ['SCRAM-SHA-256', 'Ünïcode', 'pässwörd ①'],
    ['SCRAM-SHA-256', '', '']
  ])('%s for %j', async (name, username, password) => {
    const server = await run(name, username, password, password)
    expect(server.username).toBe(username)
  })

  test('a wrong password does not make a proof', async () => {
    expect(await rejection(run('SCRAM-SHA-256', 'user', 'pen', 'pencil'))).toMatchObject({ message: 'the broker refused the proof' })
  })

  test('makes a new nonce each time', async () => {
    const nonces = new Set<string>()
    const one = mechanism('SCRAM-SHA-256', 'user', 'pencil')
    for (let i = 0; i < 3; i++) {
      await rejection(
        one.authenticate(async message => {
          nonces.add(Buffer.from(message).toString())
          throw new Error('enough')
        })
      )
    }
    expect(nonces.size).toBe(3)
  })

  const cases: [string, Lies, string][] = [
    ['a nonce that is not ours', { first: m => m.replace(/^r=./, 'r=!') }, 'does not extend'],
    ['our nonce and nothing more', { first: m => m.replace('3rfcNHYJY1ZVvWVs7j', '') }, 'does not extend'],
    ['a nonce that is not printable', { first: m => m.replace('3rfc', '\u0007') }, 'does not extend'],
    ['no nonce', { first: m => m.replace(/^r=[^,]+,/, '') }, 'has no r='],
    ['no salt', { first: m => m.replace(/,s=[^,]+/, '') }, 'has no s='],
    ['an empty salt', { first: m => m.replace(/,s=[^,]+/, ',s=') }, 'salt'],
    ['a salt that is not base64', { first: m => m.replace(/,s=[^,]+/, ',s=%%%%') }, 'salt'],
    ['a salt that is too long', { salt: Buffer.alloc(1025) }, 'salt'],
    ['no iteration count', { first: m => m.replace(/,i=\d+/, '') }, 'has no i='],
    ['iterations that are no number', { first: m => m.replace(/,i=\d+/, ',i=4096x') }, 'not a number'],
    ['hexadecimal iterations', { first: m => m.replace(/,i=\d+/, ',i=0x2000') }, 'not a number'],
    ['a negative count', { first: m => m.replace(/,i=\d+/, ',i=-4096') }, 'not a number'],
    ['too few iterations', { iterations: 4095 }, 'too few'],
    ['too many iterations', { iterations: 1_000_001 }, 'too many'],
    ['iterations for centuries', { iterations: 2 ** 31 - 1 }, 'too many'],
    ['a demand for an extension', { first: m => `m=x,${m}` }, 'extension'],
    ['an attribute twice', { first: m => `${m},i=5000` }, 'i= twice'],
    ['the order changed', { first: m => m.replace(/^(r=[^,]+),(s=[^,]+)/, '$2,$1') }, 'out of order'],
    ['nothing', { first: () => '' }, 'malformed'],
    ['bytes that are no text', { first: () => Buffer.from([0x72, 0x3d, 0xff]) }, 'UTF-8'],
    ['5 KiB', { first: m => `${m},x=${'x'.repeat(5120)}` }, 'too long'],
    ['an error at once', { first: () => 'e=unknown-user' }, 'refuses: unknown-user'],
    ['no signature', { final: () => 'x=1' }, 'no signature'],
    ['an empty signature', { final: () => 'v=' }, 'no signature'],
    ['a short signature', { final: m => `v=${Buffer.from(m.slice(2), 'base64').subarray(1).toString('base64')}` }, 'could not prove'],
    ['a wrong signature', { final: () => `v=${Buffer.alloc(32).toString('base64')}` }, 'could not prove'],
    ['an empty last message', { final: () => '' }, 'malformed'],
    ['a refusal', { final: () => 'e=invalid-proof' }, 'refuses: invalid-proof'],
    ['a refusal that echoes', { final: () => 'e=\u001b[31mpencil' }, 'does not say properly'],
    ['10 MB', { final: m => m + 'x'.repeat(10_000_000) }, 'too long']
  ]
  test.each(cases)('a broker that answers with %s is refused', async (_, lies, message) => {
    const error = await rejection(run('SCRAM-SHA-256', 'user', 'pencil', 'pencil', lies))
    expect(error).toBeInstanceOf(KafkaJSSASLAuthenticationError)
    expect(error).toMatchObject({ retriable: false, message: expect.stringContaining(message) })
    expect(error.message).not.toContain('pencil')
  })

  test('extensions that may be skipped are skipped', async () => {
    await run('SCRAM-SHA-256', 'user', 'pencil', 'pencil', { first: m => `${m},x=1`, final: m => `${m},y=2` })
  })
})
