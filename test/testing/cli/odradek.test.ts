import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { brokerOptions } from '../../../src/cli/broker-command'
import { metadataApi } from '../../../src/protocol/generated/metadata'
import { WireClient } from '../support/wire-client'

const root = path.join(__dirname, '../../..')

interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  readonly ended: Promise<number | null>
  readonly printed: (text: string) => Promise<void>
}

function odradek(...args: string[]): Run {
  const command = ['-r', path.join(root, 'scripts/setup/load-typescript.js'), path.join(root, 'src/cli/odradek.ts'), ...args]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.on('data', chunk => (output += String(chunk)))
  child.stderr.on('data', chunk => (errors += String(chunk)))
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => (output.includes(text) ? resolve() : undefined)
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`It ended without printing ${text}: ${errors}`)))
      look()
    })
  return { child, output: () => output, errors: () => errors, ended, printed }
}

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
    [['broker', '--prot', '1'], /--prot/],
    [['broker', '--port', 'x'], /--port wants a number, got x/],
    [['broker', '--topic', 'a:b:c'], /name:partitions/],
    [['broker', '--brokers', '0'], /brokers: must be a whole number from 1 to 1000/],
    [['brok'], /There is no command brok/]
  ])(
    'refuses %j with exit code 2',
    async (args, message) => {
      const run = odradek(...args)
      expect(await run.ended).toBe(2)
      expect(run.errors()).toMatch(message)
      expect(run.output()).toBe('')
    },
    30_000
  )

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
