import { bootstrapOf } from '../../src/config/parse-brokers'
import { KafkaConfigError } from '../../src/errors/config-errors'
import { KafkaJSConnectionError } from '../../src/errors/connection-errors'

function refusal(brokers: unknown): KafkaConfigError {
  try {
    bootstrapOf(brokers)
  } catch (error) {
    expect(error).toBeInstanceOf(KafkaConfigError)
    return error as KafkaConfigError
  }
  throw new Error('The brokers were accepted')
}

describe('brokers', () => {
  it.each([
    ['kafka1:9092', 'kafka1', 9092],
    [' kafka1.example.com:1 ', 'kafka1.example.com', 1],
    ['docker_kafka-1:65535', 'docker_kafka-1', 65_535],
    ['10.0.0.1:9092', '10.0.0.1', 9092],
    ['[::1]:9092', '::1', 9092],
    ['[fe80::1%eth0]:9092', 'fe80::1%eth0', 9092],
    ['[2001:db8::7]:29092', '2001:db8::7', 29_092]
  ])('reads %s', async (text, host, port) => {
    expect(await bootstrapOf([text])()).toEqual([{ host, port }])
  })

  it('keeps the order and drops what stands there twice', async () => {
    const list = 'b:1, a:1,b:1,b:2'.split(',')
    expect(await bootstrapOf(list)()).toEqual([
      { host: 'b', port: 1 },
      { host: 'a', port: 1 },
      { host: 'b', port: 2 }
    ])
  })

  it.each([
    ['localhost', 'must have a port, as in "host:9092"'],
    ['localhost:', 'must have a port, as in "host:9092"'],
    ['[::1]', 'must have a port, as in "host:9092"'],
    ['localhost:0', 'must have a port from 1 to 65535'],
    ['localhost:65536', 'must have a port from 1 to 65535'],
    ['localhost:kafka', 'must be "host:port" with a port from 1 to 65535'],
    ['localhost:-1', 'must be "host:port" with a port from 1 to 65535'],
    ['localhost:9092.5', 'must be "host:port" with a port from 1 to 65535'],
    [':9092', 'must be "host:port" with a port from 1 to 65535'],
    ['::1', 'must have its IPv6 address in brackets and a port, as in "[::1]:9092"'],
    ['2001:db8:0:0:0:0:0:7:9092', 'must have its IPv6 address in brackets and a port, as in "[::1]:9092"'],
    ['fe80::1%eth0', 'must have its IPv6 address in brackets and a port, as in "[::1]:9092"'],
    ['2001:db8::7:9092', 'must have its IPv6 address in brackets and a port, as in "[::1]:9092"'],
    ['[localhost]:9092', 'must have an IPv6 address between the brackets'],
    ['kafka://localhost:9092', 'must be "host:port" without "kafka://"'],
    ['SASL_SSL://localhost:9092', 'must be "host:port" without "SASL_SSL://"; TLS is switched on with "ssl: true"'],
    ['a:9092,b:9092', 'must be one "host:port", without path, user or spaces'],
    ['a:9092/b', 'must be one "host:port", without path, user or spaces']
  ])('refuses %s', (text, reason) => {
    expect(refusal(['good:9092', text])).toMatchObject({ option: 'brokers[1]', reason, received: JSON.stringify(text) })
  })

  it('shows neither user nor password', () => {
    const error = refusal(['kafka://me:hunter2@localhost:9092'])
    expect(error.received).toBe('"kafka://[redacted]@localhost:9092"')
    expect(error.message).not.toContain('hunter2')
    expect(refusal(['me:hunter2@localhost:9092']).message).not.toContain('hunter2')
  })

  it.each([['localhost:9092'], [9092], [{}], [true], [Symbol('x')]])('refuses %p in place of a list', brokers => {
    expect(refusal(brokers).option).toBe('brokers')
  })

  it('says how to give a single broker', () => {
    const error = refusal('localhost:9092')
    expect(error.message).toContain('put it into an array')
    expect(error.received).toBe('"localhost:9092"')
  })

  it.each([[[9092]], [[{}]], [[['a:1']]]])('refuses %j as entry', brokers => {
    expect(refusal(brokers)).toMatchObject({ option: 'brokers[0]', reason: 'must be "host:port"' })
  })

  it('complains about missing addresses only when it has to connect, as KafkaJS does', async () => {
    for (const brokers of [undefined, null, [], [undefined], [''], ['a:1', null]]) {
      const bootstrap = bootstrapOf(brokers)
      await expect(bootstrap()).rejects.toBeInstanceOf(KafkaConfigError)
    }
  })

  it('sees what is added to the list later', async () => {
    const brokers: string[] = []
    const bootstrap = bootstrapOf(brokers)
    await expect(bootstrap()).rejects.toThrow('must not be empty')
    brokers.push('a:1')
    expect(await bootstrap()).toEqual([{ host: 'a', port: 1 }])
  })

  it('asks a function anew each time', async () => {
    const brokers = jest.fn<string[] | Promise<string[]>, []>()
    brokers.mockReturnValueOnce(['a:1']).mockResolvedValueOnce(['b:2'])
    const bootstrap = bootstrapOf(brokers)
    expect(brokers).not.toHaveBeenCalled()
    expect(await bootstrap()).toEqual([{ host: 'a', port: 1 }])
    expect(await bootstrap()).toEqual([{ host: 'b', port: 2 }])
  })

  it('rejects with a connection error, which is retried, when the function fails', async () => {
    const cause = new Error('registry is down')
    const bootstrap = bootstrapOf(() => {
      throw cause
    })
    const error: unknown = await bootstrap().catch((e: unknown) => e)
    expect(error).toBeInstanceOf(KafkaJSConnectionError)
    expect(error).toMatchObject({ message: 'Failed to connect: "config.brokers" threw: registry is down', retriable: true })
    expect((error as Error).cause).toBe(cause)
  })

  it.each([[undefined], [[]], ['a:1'], [['a']], [[1]]])('rejects when the function gives %j', async list => {
    await expect(bootstrapOf(() => list)()).rejects.toBeInstanceOf(KafkaConfigError)
  })
})
