import { checkSettings, checkTopicMessages } from '../../src/producer/check-messages'
import type { TopicMessages } from '../../src/types/producer'

const circular: Record<string, unknown> = {}
circular['self'] = circular

const good: unknown[] = [
  { value: 'v' },
  { value: null },
  { value: '' },
  { value: Buffer.alloc(0), key: null },
  { value: new Uint8Array(2), key: new Uint8Array(1), headers: {} },
  { value: 'v', key: undefined, headers: undefined, timestamp: undefined, partition: undefined },
  { value: 'v', headers: { a: 'x', b: Buffer.from('y'), c: ['z', Buffer.from('z')], d: undefined, e: null, f: [] } },
  { value: 'v', headers: null, partition: null },
  { value: 'v', timestamp: '1700000000000' },
  { value: 'v', timestamp: 1_700_000_000_000 },
  { value: 'v', timestamp: 1_700_000_000_000n },
  { value: 'v', timestamp: -1 },
  { value: 'v', partition: 0 },
  { value: 'v', partition: '3' },
  Object.create({ value: 'inherited' })
]

const bad: [unknown, RegExp][] = [
  [undefined, /Message 0 for topic "t" is not an object/],
  [null, /is not an object/],
  ['text', /is not an object/],
  [{}, /^Invalid message without value for topic "t": \{\}$/],
  [{ key: 'k', value: undefined }, /^Invalid message without value for topic "t": \{"key":"k"\}$/],
  [{ key: circular, value: undefined }, /^Invalid message without value for topic "t": \[object Object\]$/],
  [{ value: 1 }, /has a value that is neither Buffer, text nor null: 1/],
  [{ value: 1n }, /has a value that is neither/],
  [{ value: {} }, /has a value that is neither/],
  [{ value: [1] }, /has a value that is neither/],
  [{ value: new ArrayBuffer(1) }, /has a value that is neither/],
  [{ value: true }, /has a value that is neither/],
  [{ value: Symbol('s') }, /has a value that is neither/],
  [{ value: Promise.resolve('v') }, /has a value that is neither/],
  [{ value: 'v', key: 7 }, /has a key that is neither Buffer, text nor null: 7/],
  [{ value: 'v', key: {} }, /has a key that is neither/],
  [{ value: 'v', headers: 'h' }, /has headers that are not an object/],
  [{ value: 'v', headers: [['a', 'b']] }, /has headers that are not an object/],
  [{ value: 'v', headers: { a: 1 } }, /has a header "a" that is neither/],
  [{ value: 'v', headers: { a: {} } }, /has a header "a" that is neither/],
  [{ value: 'v', headers: { a: ['x', 1] } }, /has a header "a" that is neither/],
  [{ value: 'v', timestamp: 'yesterday' }, /has a bad timestamp: "yesterday"/],
  [{ value: 'v', timestamp: NaN }, /has a bad timestamp/],
  [{ value: 'v', timestamp: -2 }, /has a bad timestamp/],
  [{ value: 'v', timestamp: 1e300 }, /has a bad timestamp/],
  [{ value: 'v', partition: -1 }, /has a bad partition: -1/],
  [{ value: 'v', partition: 1.5 }, /has a bad partition/],
  [{ value: 'v', partition: NaN }, /has a bad partition/],
  [{ value: 'v', partition: 'one' }, /has a bad partition/],
  [{ value: 'v', partition: '' }, /has a bad partition/],
  [{ value: 'v', partition: {} }, /has a bad partition/]
]

const check = (message: unknown): void => checkTopicMessages([{ topic: 't', messages: [message] as TopicMessages['messages'] }])

it.each(good.map(message => [message]))('takes %j', message => {
  expect(() => check(message)).not.toThrow()
})

it.each(bad)('refuses %p', (message, words) => {
  let thrown: unknown
  try {
    check(message)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ retriable: false, outcome: 'not-applied', message: expect.stringMatching(words) as string })
})

it.each([
  [[{ topic: '', messages: [] }], /^Invalid topic$/],
  [[{ messages: [] }], /^Invalid topic$/],
  [[undefined], /^Invalid topic$/],
  [[null], /^Invalid topic$/],
  [[{ topic: 7, messages: [] }], /^A topic must be text, not 7$/],
  ['topics', /topicMessages must be an array/],
  [null, /topicMessages must be an array/],
  [[{ topic: 't' }], /^Invalid messages array \[undefined\] for topic "t"$/],
  [[{ topic: 't', messages: null }], /^Invalid messages array \[null\] for topic "t"$/],
  [[{ topic: 't', messages: 'text' }], /^Invalid messages array \[text\] for topic "t"$/],
  [[{ topic: 't', messages: { value: 'v' } }], /^Invalid messages array/],
  // As in KafkaJS, topics are looked at before messages.
  [[{ topic: 't' }, { topic: '' }], /^Invalid topic$/],
  // eslint-disable-next-line no-sparse-arrays
  [[{ topic: 't', messages: new Array(1) }], /Message 0 for topic "t" is not an object/]
])('refuses %j', (topicMessages, words) => {
  expect(() => checkTopicMessages(topicMessages as TopicMessages[])).toThrow(words)
})

it.each([[2], [-2], ['all'], [NaN], [true], [0.5]])('refuses acks %p', acks => {
  expect(() => checkSettings(acks, undefined, undefined)).toThrow(/^acks must be/)
})

it.each([[-1], [NaN], [Infinity], ['30000'], [2 ** 31], [1.5]])('refuses timeout %p', timeout => {
  expect(() => checkSettings(undefined, timeout, undefined)).toThrow(/^timeout must be/)
})

it.each([[-1], [8], ['gzip'], [NaN], [1.5]])('refuses compression %p', compression => {
  expect(() => checkSettings(undefined, undefined, compression)).toThrow(/^compression must be/)
})

it('completes settings', () => {
  expect(checkSettings(undefined, undefined, undefined)).toEqual({ acks: -1, timeoutMs: 30_000, compression: 0 })
  expect(checkSettings(null, null, null)).toEqual({ acks: -1, timeoutMs: 30_000, compression: 0 })
  expect(checkSettings(0, 0, 4)).toEqual({ acks: 0, timeoutMs: 0, compression: 4 })
})
