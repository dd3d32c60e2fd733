import fc from 'fast-check'
import { legacyMurmur2 } from '../../../src/producer/partitioners/legacy-murmur2'
import { murmur2 } from '../../../src/producer/partitioners/murmur2'
// Printed by org.apache.kafka.common.utils.Utils.murmur2 of kafka-clients 4.3.1.
import golden from '../fixtures/murmur2.json'

const legacyOfKafkaJS = require('kafkajs/src/producer/partitioners/legacy/murmur2') as (key: unknown) => number
const ofKafkaJS = require('kafkajs/src/producer/partitioners/default/murmur2') as (key: unknown) => number

/** Text of all lengths and alphabets, lone surrogates and NUL included. */
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string({ maxLength: 400 }))

describe('murmur2', () => {
  it('gives what the Java client gives', () => {
    const entries = golden as { text?: string; hex?: string; hash: number }[]
    expect(entries.length).toBeGreaterThan(50)
    for (const { text: key, hex, hash } of entries) {
      const bytes = hex === undefined ? Buffer.from(key as string) : Buffer.from(hex, 'hex')
      expect([key ?? hex, murmur2(bytes)]).toEqual([key ?? hex, hash])
      if (key !== undefined) expect([key, murmur2(key)]).toEqual([key, hash])
    }
  })

  it('hashes text as its bytes', () => {
    fc.assert(fc.property(text, key => murmur2(key) === murmur2(Buffer.from(key))))
  })

  it('gives what KafkaJS gives', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), bytes => murmur2(bytes) === ofKafkaJS(Buffer.from(bytes))))
  })

  it('hashes long text with characters beyond ASCII, and does not mix up what comes after', () => {
    for (const length of [100, 1_000, 400_000, 10]) {
      const key = 'ü'.repeat(length)
      expect(murmur2(key)).toBe(murmur2(Buffer.from(key)))
    }
  })
})

describe('legacyMurmur2', () => {
  it('gives, bit for bit, what KafkaJS 1 gave', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes => (legacyMurmur2(bytes) | 0) === (legacyOfKafkaJS(Buffer.from(bytes)) | 0))
    )
    fc.assert(fc.property(text, key => (legacyMurmur2(key) | 0) === (legacyOfKafkaJS(key) | 0)))
    for (const key of [0, 17, true, 1.5]) expect(legacyMurmur2(key) | 0).toBe(legacyOfKafkaJS(key) | 0)
  })

  it('differs from murmur2', () => {
    expect(legacyMurmur2('a-key-of-some-length') | 0).not.toBe(murmur2('a-key-of-some-length'))
  })
})
