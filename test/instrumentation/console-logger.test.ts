import { consoleLogCreator } from '../../src/instrumentation/console-logger'
import { logLevel } from '../../src/types/enums'

describe('console logger', () => {
  const methods = { error: logLevel.ERROR, warn: logLevel.WARN, info: logLevel.INFO, log: logLevel.DEBUG } as const

  function linesOf(method: keyof typeof methods, log: Record<string, unknown>, namespace = 'Consumer'): string[] {
    const spy = jest.spyOn(console, method).mockImplementation(() => {})
    try {
      const entry = { namespace, level: methods[method], label: 'LABEL', log: { timestamp: 't', message: 'm', ...log } }
      consoleLogCreator(logLevel.DEBUG)(entry)
      return spy.mock.calls.map(([line]) => String(line))
    } finally {
      spy.mockRestore()
    }
  }

  it.each(Object.keys(methods) as (keyof typeof methods)[])('writes one JSON line with console.%s', method => {
    expect(linesOf(method, { topic: 'orders' })).toEqual(['{"level":"LABEL","timestamp":"t","message":"[Consumer] m","topic":"orders"}'])
  })

  it('names no namespace where there is none', () => {
    expect(linesOf('info', {}, '')).toEqual(['{"level":"LABEL","timestamp":"t","message":"m"}'])
  })

  it('writes the line even when JSON cannot carry all of it', () => {
    const circular: Record<string, unknown> = { reason: 'r', offset: 5n }
    expect(JSON.parse(linesOf('error', circular).join())).toMatchObject({ offset: '5' })
    circular['self'] = circular
    const [line] = linesOf('error', circular)
    expect(JSON.parse(line)).toMatchObject({ message: '[Consumer] m', reason: 'r' })
  })
})
