import net from 'node:net'
import { brokerOptions, runBroker } from '../../../src/cli/broker-command'
import { UsageError } from '../../../src/cli/usage-error'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { odradek } from '../support/command-line'
import { WireClient } from '../support/wire-client'
import { freePortRow } from '../../cluster/free-ports'

describe('odradek broker', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves until %s and ends well',
    async signal => {
      const run = odradek('broker', '--port', '0', '--brokers', '2', '--topic', 'orders:3', '--topic', 'plain')
      await run.printed('Ctrl-C')
      const [, first] = /Kafka is ready at ([^, ]+),/.exec(run.output()) as RegExpExecArray
      const client = await WireClient.connect(first)
      const answer = await client.send(metadataApi, 12, { topics: null })
      expect(answer.brokers).toHaveLength(2)
      expect(answer.topics.map(({ name, partitions }) => [name, partitions.length])).toEqual([
        ['orders', 3],
        ['plain', 1]
      ])
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
      expect(run.output()).toMatch(/Stopped\n$/)
      expect(run.errors()).toBe('')
    },
    30_000
  )

  it.each([
    [['--prot', '1'], /--prot/],
    [['--port', 'x'], /--port wants a number, got x/],
    [['--topic', 'a:b:c'], /name:partitions/],
    [['--brokers', '0'], /brokers: must be a whole number from 1 to 1000/]
  ])('refuses %j', async (args, message) => {
    const printed: string[] = []
    const run = runBroker(
      args,
      text => void printed.push(text),
      () => Promise.resolve()
    )
    await expect(run).rejects.toThrow(UsageError)
    await expect(run).rejects.toThrow(message)
    expect(printed).toEqual([])
  })

  it('refuses an unknown command with exit code 2', async () => {
    const run = odradek('brok')
    expect(await run.ended).toBe(2)
    expect(run.errors()).toMatch(/There is no command brok/)
    expect(run.output()).toBe('')
  }, 30_000)

  it('says which port is taken, and leaves nothing running', async () => {
    const server = net.createServer()
    const first = await freePortRow(2)
    await new Promise<void>(resolve => server.listen(first + 1, '127.0.0.1', resolve))
    const run = odradek('broker', '--port', String(first), '--brokers', '2')
    const status = await run.ended
    await new Promise(resolve => server.close(resolve))
    expect(status).toBe(2)
    expect(run.errors()).toMatch(new RegExp(`^--port: .*${first + 1}`))
    expect(run.output()).toBe('')
  }, 30_000)

  it('prints help', async () => {
    const run = odradek('broker', '--help')
    expect(await run.ended).toBe(0)
    expect(run.output()).toContain('--topic <name[:partitions]>')
  }, 30_000)

  it('takes port 9092 unless told otherwise', () => {
    expect(brokerOptions([])).toEqual({ brokers: 1, listeners: [{ port: 9092 }], topics: [], configs: {} })
    expect(brokerOptions(['--config', 'a.b=c=d', '--as-version', '3.9', '--no-auto-create'])).toMatchObject({
      configs: { 'a.b': 'c=d' },
      asVersion: '3.9',
      autoCreateTopics: false
    })
  })
})
