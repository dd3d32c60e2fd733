import createDebug from 'debug'
import { createLogger } from '../../src/instrumentation/logger'
import { logLevel } from '../../src/types/enums'
import type { LogEntry } from '../../src/types/logger'

function collector(): { entries: LogEntry[]; startLevels: number[]; logCreator: (level: logLevel) => (entry: LogEntry) => void } {
  const entries: LogEntry[] = []
  const startLevels: number[] = []
  return {
    entries,
    startLevels,
    logCreator: level => {
      startLevels.push(level)
      return entry => void entries.push(entry)
    }
  }
}

describe('logger', () => {
  const { KAFKAJS_LOG_LEVEL } = process.env

  beforeEach(() => {
    delete process.env['KAFKAJS_LOG_LEVEL']
  })

  afterAll(() => {
    if (KAFKAJS_LOG_LEVEL === undefined) delete process.env['KAFKAJS_LOG_LEVEL']
    else process.env['KAFKAJS_LOG_LEVEL'] = KAFKAJS_LOG_LEVEL
  })

  it('gives the log function the entry of KafkaJS', () => {
    const { entries, startLevels, logCreator } = collector()
    createLogger({ logCreator }).namespace('Consumer').warn('slow', { groupId: 'g' })
    expect(startLevels).toEqual([logLevel.INFO])
    expect(entries).toEqual([
      {
        namespace: 'Consumer',
        level: logLevel.WARN,
        label: 'WARN',
        log: {
          timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          logger: 'kafkajs',
          message: 'slow',
          groupId: 'g'
        }
      }
    ])
  })

  it.each([
    [logLevel.NOTHING, []],
    [logLevel.ERROR, ['ERROR']],
    [logLevel.WARN, ['ERROR', 'WARN']],
    [logLevel.INFO, ['ERROR', 'WARN', 'INFO']],
    [logLevel.DEBUG, ['ERROR', 'WARN', 'INFO', 'DEBUG']]
  ])('at level %d writes %j', (level, labels) => {
    const { entries, logCreator } = collector()
    const logger = createLogger({ level, logCreator })
    logger.error('x')
    logger.warn('x')
    logger.info('x')
    logger.debug('x')
    expect(entries.map(({ label }) => label)).toEqual(labels)
  })

  it('changes the level of all loggers without one of their own', () => {
    const { entries, logCreator } = collector()
    const root = createLogger({ level: logLevel.ERROR, logCreator })
    const sharing = root.namespace('A')
    const own = root.namespace('B', logLevel.WARN)
    sharing.namespace('C').setLogLevel(logLevel.DEBUG)
    root.debug('1')
    sharing.debug('2')
    own.debug('3')
    own.warn('4')
    expect(entries.map(({ log }) => log.message)).toEqual(['1', '2', '4'])
  })

  it('lets KAFKAJS_LOG_LEVEL win, in any case, and ignores what it does not know', () => {
    const { startLevels, logCreator } = collector()
    for (const name of ['debug', 'NOTHING', 'loud', 'constructor', '']) {
      process.env['KAFKAJS_LOG_LEVEL'] = name
      createLogger({ level: logLevel.WARN, logCreator })
    }
    expect(startLevels).toEqual([logLevel.DEBUG, logLevel.NOTHING, logLevel.WARN, logLevel.WARN, logLevel.WARN])
  })

  it('lets KAFKAJS_LOG_LEVEL win over the level of a namespace', () => {
    process.env['KAFKAJS_LOG_LEVEL'] = 'error'
    const { entries, logCreator } = collector()
    createLogger({ logCreator }).namespace('A', logLevel.DEBUG).info('x')
    expect(entries).toEqual([])
  })

  it('writes to the debug package whatever the level, under a name made from the namespace', () => {
    const lines: unknown[][] = []
    const { log } = createDebug
    createDebug.log = (...args: unknown[]) => void lines.push(args)
    createDebug.enable('odradek:consumer-group,odradek:client')
    try {
      const { entries, logCreator } = collector()
      const logger = createLogger({ level: logLevel.NOTHING, logCreator })
      logger.namespace('ConsumerGroup').debug('joined', { memberId: 'm-1' })
      logger.info('started')
      logger.namespace('Producer').error('not asked for')
      expect(entries).toEqual([])
      expect(lines).toHaveLength(2)
      expect(lines[0]?.join(' ')).toContain('odradek:consumer-group')
      expect(lines[0]?.join(' ')).toContain('m-1')
      expect(lines[1]?.join(' ')).toContain('odradek:client')
    } finally {
      createDebug.disable()
      createDebug.log = log
    }
  })
})
