import { KafkaUnsupportedVersionError } from '../../src/errors/cluster-errors'
import { NegotiatedVersions } from '../../src/network/negotiated-versions'
import { fetchApi } from '../../src/protocol/generated/fetch'
import { joinGroupApi } from '../../src/protocol/generated/join-group'

const offer = (...apiKeys: [apiKey: number, minVersion: number, maxVersion: number][]): NegotiatedVersions =>
  new NegotiatedVersions({
    apiKeys: apiKeys.map(([apiKey, minVersion, maxVersion]) => ({ apiKey, minVersion, maxVersion })),
    finalizedFeatures: []
  })

describe('NegotiatedVersions', () => {
  test('picks the highest version that both sides have', () => {
    expect(offer([1, 0, 11]).pick(fetchApi)).toBe(11)
    expect(offer([1, 0, 99]).pick(fetchApi)).toBe(fetchApi.highestVersion)
    expect(offer([11, 2, 9]).pick(joinGroupApi)).toBe(9)
  })

  test('keeps to the limits', () => {
    const versions = offer([1, 4, 17])
    expect(versions.pick(fetchApi, { max: 12 })).toBe(12)
    expect(versions.pick(fetchApi, { min: 13 })).toBe(17)
    expect(() => versions.pick(fetchApi, { max: 3 })).toThrow(KafkaUnsupportedVersionError)
    expect(() => versions.pick(fetchApi, { min: 18 })).toThrow('offers Fetch in versions 4 to 17')
  })

  test('says that an API is not there, or has no common version', () => {
    expect(() => offer().pick(fetchApi)).toThrow(expect.objectContaining({ apiName: 'Fetch', apiKey: 1, retriable: false }))
    expect(() => offer().pick(fetchApi)).toThrow('does not offer Fetch')
    expect(() => offer([1, 0, 2]).pick(fetchApi)).toThrow('versions 0 to 2, but 4 to')
    expect(() => offer([1, 90, 99]).pick(fetchApi)).toThrow(KafkaUnsupportedVersionError)
  })

  test('a broker without version 0 supports an API all the same', () => {
    const versions = offer([11, 2, 9])
    expect(versions.supports(joinGroupApi)).toBe(true)
    expect(versions.supports(joinGroupApi, 1)).toBe(false)
    expect(versions.supports(joinGroupApi, 2)).toBe(true)
    expect(versions.supports(fetchApi)).toBe(false)
  })

  test('bears nonsense: min above max, APIs twice, 65,535 of them', () => {
    const nonsense = Array.from({ length: 65_535 }, (_, i): [number, number, number] => [i - 32_768, 3, 3])
    const versions = offer([1, 9, 4], [1, 5, 6], [1, 0, 17], [-7, 0, 1], ...nonsense)
    expect(versions.pick(fetchApi)).toBe(6)
    expect(versions.pick(joinGroupApi)).toBe(3)
  })

  test('never uses a version that is not final', () => {
    const unstable = { ...fetchApi, highestVersion: 18, latestVersionUnstable: true }
    expect(offer([1, 0, 18]).pick(unstable)).toBe(17)
    expect(offer([1, 0, 18]).supports(unstable, 18)).toBe(false)
  })

  test('knows the levels of finalized features', () => {
    const versions = new NegotiatedVersions({
      apiKeys: [],
      finalizedFeatures: [{ name: 'transaction.version', minVersionLevel: 0, maxVersionLevel: 2 }]
    })
    expect(versions.finalizedFeature('transaction.version')).toBe(2)
    expect(versions.finalizedFeature('__proto__')).toBe(0)
  })
})
