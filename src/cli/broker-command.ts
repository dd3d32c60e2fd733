import { parseArgs } from 'node:util'
import { KafkaConfigError } from '../errors/config-errors'
import { EmbeddedKafka } from '../testing/embedded-kafka'
import type { EmbeddedKafkaOptions, TopicOptions } from '../testing/options'
import { releases, type Release } from '../testing/profiles'
import { UsageError } from './usage-error'

/** What `odradek broker --help` prints. */
export const brokerHelp = `Usage: odradek broker [options]

Runs a Kafka cluster inside this process, for development and tests. It keeps everything in memory, listens on 127.0.0.1 only, and
stops on Ctrl-C.

  --port <n>                     Port of the first broker, the next brokers take the next ones (default 9092; 0: free ports)
  --brokers <n>                  Number of brokers (default 1)
  --topic <name[:partitions]>    Makes a topic; can be given several times
  --as-version <release>         Poses as a release of Kafka: ${releases.join(', ')}
  --config <name=value>          A broker config; can be given several times
  --no-auto-create               Topics are made only when asked for
  --help                         Prints this
`

/**
 * Options of `EmbeddedKafka.start` from the command line; undefined: help was asked for.
 * @throws UsageError
 */
export function brokerOptions(args: readonly string[]): EmbeddedKafkaOptions | undefined {
  const values = parse(args)
  if (values.help === true) return undefined
  const port = values.port === undefined ? 9092 : numberOf('--port', values.port)
  return {
    brokers: values.brokers === undefined ? 1 : numberOf('--brokers', values.brokers),
    listeners: [{ port }],
    topics: (values.topic ?? []).map(topicOf),
    configs: Object.fromEntries((values.config ?? []).map(configOf)),
    ...(values['as-version'] === undefined ? {} : { asVersion: values['as-version'] as Release }),
    ...(values['no-auto-create'] === true ? { autoCreateTopics: false } : {})
  }
}

/**
 * Runs brokers until `stopped` resolves.
 * @throws UsageError when they can't be started with these arguments
 */
export async function runBroker(args: readonly string[], print: (text: string) => void, stopped: () => Promise<void>): Promise<void> {
  const options = brokerOptions(args)
  if (options === undefined) return print(brokerHelp)
  const kafka = await start(options)
  const addresses = kafka.brokers
  print(
    `Kafka is ready at ${addresses.join(',')} (${addresses.length === 1 ? 'one broker' : `${addresses.length} brokers`}, nothing is kept)\n`
  )
  print(`\n  new Kafka({ brokers: [${addresses.map(address => `'${address}'`).join(', ')}] })\n\nCtrl-C stops it.\n`)
  await stopped()
  await kafka.stop()
  print('Stopped\n')
}

async function start(options: EmbeddedKafkaOptions): Promise<EmbeddedKafka> {
  try {
    return await EmbeddedKafka.start(options)
  } catch (error) {
    if (!(error instanceof KafkaConfigError)) throw error
    const isPort = error.option.endsWith('.port')
    throw new UsageError(isPort ? `--port: ${error.reason}` : error.message)
  }
}

function parse(args: readonly string[]): ReturnType<typeof parseBrokerArgs> {
  try {
    return parseBrokerArgs(args)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function parseBrokerArgs(args: readonly string[]): {
  port?: string
  brokers?: string
  topic?: string[]
  config?: string[]
  'as-version'?: string
  'no-auto-create'?: boolean
  help?: boolean
} {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      brokers: { type: 'string' },
      topic: { type: 'string', multiple: true },
      config: { type: 'string', multiple: true },
      'as-version': { type: 'string' },
      'no-auto-create': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  }).values
}

function numberOf(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} wants a number, got ${text}`)
  return Number(text)
}

function topicOf(text: string): TopicOptions {
  const [topic, partitions, ...rest] = text.split(':')
  if (rest.length > 0) throw new UsageError(`--topic wants name or name:partitions, got ${text}`)
  return partitions === undefined ? { topic } : { topic, numPartitions: numberOf('--topic', partitions) }
}

function configOf(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--config wants name=value, got ${text}`)
  return [text.slice(0, at), text.slice(at + 1)]
}
