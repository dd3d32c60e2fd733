import type { Duplex } from 'node:stream'
import type { AnyApi } from '../../../src/protocol/api'
import { encodeRequest } from '../../../src/protocol/framing'
import { allApis } from '../../../src/protocol/generated/all-apis'
import { apiVersionsApi } from '../../../src/protocol/generated/api-versions'
import { EmbeddedKafka } from '../../../src/testing'
import { ManualClock, settle } from '../../support/manual-clock'
import { WireClient } from '../support/wire-client'
import { Chance, mutate, smallBytes } from './mutations'
import { sampleBodies } from './sample-bodies'

/** ODRADEK_SEED plays other requests, ODRADEK_ROUNDS more of them. */
const seed = Number(process.env['ODRADEK_SEED'] ?? 1)
const rounds = Number(process.env['ODRADEK_ROUNDS'] ?? 1)
/** Of each version of each API, in a round. */
const requestsPerVersion = 12

const password = 'secret'
const listeners = [{ name: 'PLAINTEXT' }, { name: 'SASL', protocol: 'SASL_PLAINTEXT' as const, sasl: { users: { user: password } } }]

let kafka: EmbeddedKafka
let clock: ManualClock
let bystander: WireClient

function connect(listener = 'PLAINTEXT'): Duplex {
  const [host, port] = kafka.brokersOf(listener)[0].split(':')
  const socket = kafka.socketFactory({ host, port: Number(port), onConnect: () => {} })
  socket.on('error', () => {})
  socket.resume()
  return socket
}

beforeEach(async () => {
  clock = new ManualClock()
  kafka = await EmbeddedKafka.start({ memory: true, clock, listeners, topics: [{ topic: 'here', numPartitions: 3 }] })
  bystander = WireClient.on(connect(), 'bystander')
})

afterEach(async () => {
  bystander.close()
  await kafka.stop()
})

/** Another connection goes on being served, and the broker has not tripped. */
async function isWell(): Promise<void> {
  const answer = bystander.send(apiVersionsApi, 0, {})
  await settle()
  expect((await answer).apiKeys.length).toBeGreaterThan(20)
  expect(kafka.problems).toEqual([])
}

/** A request of the version: a sample, one with nothing in it, or one made of small numbers; without its length. */
function sound(api: AnyApi, version: number, chance: Chance): Buffer {
  const samples = sampleBodies[api.name] ?? []
  const write = (body: unknown): Buffer => Buffer.concat(encodeRequest(api, version, chance.below(1000), 'fuzz', body)).subarray(4)
  const empty = (): Buffer => {
    try {
      return write({})
    } catch {
      return Buffer.from([0, api.key, 0, version, 0, 0, 0, 1, 0xff, 0xff, 0])
    }
  }
  if (chance.below(4) === 0) return Buffer.concat([empty().subarray(0, 14), Buffer.alloc(1), smallBytes(chance, chance.below(60))])
  if (samples.length === 0 || chance.below(8) === 0) return empty()
  try {
    return write(chance.pick(samples))
  } catch {
    // The sample has a field that the version lacks.
    return empty()
  }
}

const framed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(bytes.length, 0)
  return Buffer.concat([length, bytes])
}

function advertised(): [AnyApi, number][] {
  return [...kafka.cluster.advertised.all().values()].flatMap(({ key, min, max }) => {
    const api = allApis.get(key)
    if (api === undefined) throw new Error(`There is no API ${key}`)
    return Array.from({ length: max - min + 1 }, (_, i): [AnyApi, number] => [api, min + i])
  })
}

describe(`hostile requests, seed ${seed}`, () => {
  it('neither hurt the broker nor anyone else: each API in each version', async () => {
    const chance = new Chance(seed)
    for (let round = 0; round < rounds; round++) {
      for (const [api, version] of advertised()) {
        const sockets = Array.from({ length: requestsPerVersion }, () => {
          const socket = connect(chance.below(20) === 0 ? 'SASL' : 'PLAINTEXT')
          for (let count = 1 + chance.below(2); count > 0; count--) socket.write(framed(mutate(sound(api, version, chance), chance)))
          return socket
        })
        await settle()
        for (const socket of sockets) socket.destroy()
        await settle(2)
        // Time-outs of members and transactions, long polls.
        if (chance.below(5) === 0) {
          await clock.advance(chance.below(20_000))
          // Or it would be closed one day for saying nothing.
          await isWell()
        }
        expect([api.name, version, kafka.problems.map(({ stack }) => stack)]).toEqual([api.name, version, []])
      }
      await isWell()
    }
  }, 60_000)

  it('are refused as frames: lying lengths, half frames, other protocols', async () => {
    const chance = new Chance(seed)
    const request = framed(Buffer.concat(encodeRequest(apiVersionsApi, 0, 1, 'fuzz', {})).subarray(4))
    for (let i = 0; i < 300 * rounds; i++) {
      const socket = connect(chance.pick(['PLAINTEXT', 'SASL']))
      const bytes = mutate(chance.pick([request, Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.from('160301020001', 'hex')]), chance)
      for (let at = 0; at < bytes.length; ) {
        const size = 1 + chance.below(bytes.length)
        socket.write(bytes.subarray(at, at + size))
        at += size
      }
      if (chance.below(2) === 0) socket.end()
      if (i % 50 === 0) await settle()
    }
    await settle()
    await isWell()
  })

  it('get no memory for what they announce', async () => {
    const before = process.memoryUsage()
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect()
      const length = Buffer.alloc(8)
      length.writeInt32BE(100_000_000, 0)
      socket.write(length)
      return socket
    })
    const chance = new Chance(seed)
    for (const [api, version] of advertised()) {
      const header = Buffer.concat([Buffer.from([0, api.key, 0, version, 0, 0, 0, 1, 0xff, 0xff])])
      const tags = api.requestHeaderVersion(version) === 2 ? [0] : []
      // As a count or a length, in either encoding, after a few bytes that may be anything.
      for (const lie of [
        [0x7f, 0xff, 0xff, 0xff],
        [0xff, 0xff, 0xff, 0xff, 0x07]
      ]) {
        const socket = connect()
        socket.write(framed(Buffer.concat([header, Buffer.from(tags), smallBytes(chance, chance.below(6)), Buffer.from(lie)])))
        sockets.push(socket)
      }
    }
    await settle()
    const after = process.memoryUsage()
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(50_000_000)
    expect(after.heapUsed - before.heapUsed).toBeLessThan(200_000_000)
    await isWell()
    for (const socket of sockets) socket.destroy()
    await settle()
  })
})
