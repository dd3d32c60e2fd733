#!/usr/bin/env node
import { runBroker } from './broker-command'
import { UsageError } from './usage-error'

const help = `Usage: odradek <command>

  broker    Runs a Kafka cluster for development and tests (odradek broker --help)
`

/** Resolves on Ctrl-C or SIGTERM. A second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

async function main(args: readonly string[]): Promise<void> {
  const print = (text: string): void => void process.stdout.write(text)
  const [command, ...rest] = args
  if (command === 'broker') return runBroker(rest, print, stopSignal)
  if (command === '--help' || command === '-h' || command === 'help') return print(help)
  throw new UsageError(command === undefined ? 'Which command?' : `There is no command ${command}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  process.stderr.write(isUsage ? `${error.message}\n\nodradek broker --help lists what there is.\n` : `${String((error as Error).stack)}\n`)
  process.exitCode = isUsage ? 2 : 1
})
