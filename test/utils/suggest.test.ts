import { suggest } from '../../src/utils/suggest'

describe('suggest', () => {
  const options = ['brokers', 'clientId', 'retry', 'retries', 'requestTimeout', 'connectionTimeout', 'sasl', 'ssl']

  it.each([
    ['broker', 'brokers'],
    ['brokesr', 'brokers'],
    ['BROKERS', 'brokers'],
    ['client_id', 'clientId'],
    ['client.id', 'clientId'],
    ['retires', 'retries'],
    ['requestTimeoutMs', 'requestTimeout'],
    ['sals', 'sasl']
  ])('finds what %s means', (word, meant) => {
    expect(suggest(word, options)).toBe(meant)
  })

  it.each(['', 'zookeeper', 'x', '__proto__', 'b'.repeat(1000)])('finds nothing for %s', word => {
    expect(suggest(word, options)).toBeUndefined()
  })

  it('takes two letters in the wrong order as one mistake', () => {
    expect(suggest('ba', ['ab'])).toBe('ab')
    expect(suggest('abdc', ['abcd'])).toBe('abcd')
  })

  it('prefers the closest and, of equals, the first', () => {
    expect(suggest('retri', ['retries', 'retry'])).toBe('retry')
    expect(suggest('ab', ['aba', 'abb'])).toBe('aba')
    expect(suggest('x', [])).toBeUndefined()
  })
})
