import { isIPv6 } from 'node:net'
import { KafkaConfigError } from '../errors/config-errors'
import { KafkaJSConnectionError } from '../errors/connection-errors'
import { isError } from '../errors/kafkajs-error'
import type { Endpoint } from '../types/endpoint'
import { describeValue } from './describe-value'

const example = 'must be a list of "host:port", for example ["kafka1:9092", "[::1]:9092"]'

/**
 * Makes the function that gives the addresses to begin with.
 *
 * KafkaJS looks at `brokers` when it connects, and applications rely on it: they make clients in modules that tests
 * import without any broker's address in the environment, or fill the list later. So a missing or empty list, and
 * empty entries, are errors of the connection; everything that can never become right is refused now.
 * @throws {@link KafkaConfigError}
 */
export function bootstrapOf(brokers: unknown): () => Promise<Endpoint[]> {
  if (typeof brokers === 'function') return async () => parseList(await ask(brokers as () => unknown))
  if (brokers !== undefined && brokers !== null) {
    if (!isArray(brokers)) throw wrongList(brokers)
    brokers.forEach((entry, index) => {
      if (!isEmpty(entry)) parseBroker(entry, index)
    })
  }
  return async () => parseList(brokers)
}

async function ask(brokers: () => unknown): Promise<unknown> {
  try {
    return await brokers()
  } catch (error) {
    const { message } = isError(error) ? error : { message: describeValue(error, false) }
    throw new KafkaJSConnectionError(`Failed to connect: "config.brokers" threw: ${message}`, { cause: error })
  }
}

/** Rejects what is missing, too. An address that stands there twice is tried once. */
function parseList(brokers: unknown): Endpoint[] {
  if (!isArray(brokers) || brokers.length === 0) throw wrongList(brokers)
  const endpoints = new Map<string, Endpoint>()
  brokers.forEach((entry, index) => {
    const endpoint = parseBroker(entry, index)
    endpoints.set(`${endpoint.host} ${endpoint.port}`, endpoint)
  })
  return [...endpoints.values()]
}

function wrongList(brokers: unknown): KafkaConfigError {
  const received = describeValue(brokers, false)
  const hint = typeof brokers === 'string' ? '; put it into an array' : ''
  const reason = isArray(brokers) ? `must not be empty; it ${example}` : `${example}, or a function that gives one${hint}`
  return new KafkaConfigError(`Option "brokers" of the client ${reason}, got ${received}`, { option: 'brokers', reason, received })
}

function parseBroker(entry: unknown, index: number): Endpoint {
  const problem = typeof entry === 'string' ? parse(entry.trim()) : 'must be "host:port"'
  if (typeof problem === 'object') return problem
  const option = `brokers[${index}]`
  const received = describeValue(entry, false)
  throw new KafkaConfigError(`Option "${option}" of the client ${problem}, got ${received}`, { option, reason: problem, received })
}

/** The endpoint, or what is wrong with the text. */
function parse(text: string): Endpoint | string {
  if (text === '') return 'must be "host:port"'
  const scheme = /^([a-z][a-z0-9+._-]*):\/\//i.exec(text)?.[1]
  if (scheme !== undefined) {
    const secured = /ssl|tls|https/i.test(scheme) ? '; TLS is switched on with "ssl: true"' : ''
    return `must be "host:port" without "${scheme}://"${secured}`
  }
  if (/[\s/@?#,]/.test(text)) return 'must be one "host:port", without path, user or spaces'
  const match = /^(?:\[([^\]]*)\]|([^:[\]]+)):(\d{1,5})$/.exec(text)
  if (match === null) return whyNot(text)
  const [, address, name] = match
  const port = Number(match[3])
  if (port < 1 || port > 65_535) return 'must have a port from 1 to 65535'
  if (address !== undefined && !isIPv6(address)) return 'must have an IPv6 address between the brackets'
  return Object.freeze({ host: address ?? name, port })
}

function whyNot(text: string): string {
  if (isIPv6(text) || /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text)) {
    return 'must have its IPv6 address in brackets and a port, as in "[::1]:9092"'
  }
  return /^(\[[^\]]*\]|[^:[\]]+):?$/.test(text) ? 'must have a port, as in "host:9092"' : 'must be "host:port" with a port from 1 to 65535'
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isEmpty(entry: unknown): boolean {
  return entry === undefined || entry === null || (typeof entry === 'string' && entry.trim() === '')
}
