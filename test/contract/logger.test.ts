import { createLogger } from '../../src/instrumentation/logger'
import { consoleLogCreator } from '../../src/instrumentation/console-logger'
import { logLevel } from '../../src/types/enums'
import type { LogEntry, Logger, logCreator } from '../../src/types/logger'
import { kafkajsInternals } from './both'

type CreateLogger = (options: { level?: logLevel; logCreator: logCreator }) => Logger

const libraries: Record<string, CreateLogger> = {
  kafkajs: (kafkajsInternals('loggers') as { createLogger: CreateLogger }).createLogger,
  odradek: createLogger
}

/** What an application and a client do with loggers; returns what the log function got. */
function entriesOf(create: CreateLogger, level: logLevel | undefined): unknown[] {
  const entries: unknown[] = []
  const logCreator = (startLevel: logLevel): ((entry: LogEntry) => void) => {
    entries.push(startLevel)
    return ({ log: { timestamp, ...log }, ...entry }) =>
      entries.push({ ...entry, namespace: entry.namespace || '', log, timed: !Number.isNaN(Date.parse(timestamp)) })
  }
  const root = create({ level, logCreator })
  const consumer = root.namespace('Consumer')
  const quiet = root.namespace('Broker', logLevel.ERROR)
  const speak = (): void => {
    for (const logger of [root, consumer, quiet, consumer.namespace('Runner')]) {
      logger.debug('looking', { a: 1 })
      logger.info('found')
      logger.warn('odd', { message: 'overridden', logger: 'mine' })
      logger.error('broken', { error: 'x', stack: 'y' })
    }
  }
  speak()
  consumer.setLogLevel(logLevel.DEBUG)
  speak()
  root.setLogLevel(logLevel.NOTHING)
  speak()
  return entries
}

describe('loggers', () => {
  it.each([undefined, ...Object.values(logLevel)])('at level %p give the log function the same', level => {
    expect(entriesOf(libraries['odradek'], level)).toEqual(entriesOf(libraries['kafkajs'], level))
  })

  it('write the same lines to the console', () => {
    const entry: LogEntry = {
      namespace: 'Admin',
      level: logLevel.WARN,
      label: 'WARN',
      log: { timestamp: 't', logger: 'kafkajs', message: 'm', x: [1] }
    }
    const kafkajsCreator = kafkajsInternals('loggers/console') as logCreator
    const lines = [kafkajsCreator, consoleLogCreator].map(creator => {
      const spy = jest.spyOn(console, 'warn').mockImplementation(() => {})
      creator(logLevel.INFO)(entry)
      const { calls } = spy.mock
      spy.mockRestore()
      return calls
    })
    expect(lines[1]).toEqual(lines[0])
    expect(lines[0]).toHaveLength(1)
  })
})
