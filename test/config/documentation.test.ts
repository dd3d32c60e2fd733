import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveAdminConfig } from '../../src/config/admin-config'
import { resolveClientConfig } from '../../src/config/client-config'
import { resolveConsumerConfig } from '../../src/config/consumer-config'
import { defaults } from '../../src/config/defaults'
import { resolveProducerConfig } from '../../src/config/producer-config'
import { resolveRetry } from '../../src/config/retry-config'

const text = readFileSync(join(__dirname, '../../docs/configuration.md'), 'utf8')

/** Option and default of each row of the table below a heading. */
function documented(heading: string): Map<string, string> {
  const [, section = ''] = new RegExp(`\\n## ${heading}\\n(.*?)(?:\\n## |$)`, 's').exec(text) ?? []
  const rows = [...section.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)]
  return new Map(rows.map(([, name, rest]) => [name, rest.split('|')[2].trim()]))
}

/** The names that an error lists for an option that nothing resembles. */
function accepted(resolve: (options: unknown) => unknown): string[] {
  try {
    resolve({ '%': 1 })
  } catch (error) {
    return / are (.*)$/.exec((error as Error).message)?.[1]?.split(', ') ?? []
  }
  return []
}

const client = resolveClientConfig({ brokers: ['a:1'] })

describe.each([
  ['Client', resolveClientConfig, defaults.client],
  ['Retry', (options: unknown) => resolveRetry(options, 'the client'), defaults.retry],
  ['Producer', (options: unknown) => resolveProducerConfig(options, client), defaults.producer],
  ['Consumer', (options: unknown) => resolveConsumerConfig(options, client), defaults.consumer],
  ['Admin', (options: unknown) => resolveAdminConfig(options, client), {}]
])('docs/configuration.md, %s', (heading, resolve, given) => {
  it('lists the options that are accepted, and no others', () => {
    expect([...documented(heading).keys()].sort()).toEqual(accepted(resolve).sort())
  })

  it('gives their defaults', () => {
    const rows = documented(heading)
    for (const [name, value] of Object.entries(given)) {
      if (name === 'connectionTimeoutMax') continue
      const shown = typeof value === 'string' ? `'${value}'` : String(value)
      expect([name, rows.get(name)]).toEqual([name, `\`${shown}\``])
    }
  })
})
