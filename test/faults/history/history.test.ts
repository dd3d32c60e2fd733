import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { HistoryWriter } from './history-writer'
import { readHistory } from './read-history'

let folder: string
let file: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-history-'))
  file = path.join(folder, 'history.ndjson')
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

test('what is written is read', () => {
  const writer = new HistoryWriter(file, 'p')
  writer.run('P1', '42', { recoveryMs: 5 })
  const settle = writer.invoke({ f: 'send', session: 's', topic: 't', values: ['a', 'ö'], deadlineMs: 9 })
  writer.note('finish', { group: 'g', member: 'm', topic: 't', partition: 0, offset: 3 })
  settle({ type: 'ok', partition: 0, offset: 1 })
  writer.close()
  const lines = [...readHistory(file)]
  const stamp = { t: expect.any(Number), process: 'p' }
  expect(lines).toEqual([
    { ...stamp, f: 'run', type: 'note', scenario: 'P1', seed: '42', settings: { recoveryMs: 5 } },
    { ...stamp, f: 'send', type: 'invoke', op: 1, session: 's', topic: 't', values: ['a', 'ö'], deadlineMs: 9 },
    { ...stamp, f: 'finish', type: 'note', group: 'g', member: 'm', topic: 't', partition: 0, offset: 3 },
    { ...stamp, f: 'send', type: 'ok', op: 1, partition: 0, offset: 1 }
  ])
  const times = lines.map(({ t }) => t)
  expect([...times].sort((a, b) => a - b)).toEqual(times)
})

test('two writers share a file, and lines are longer than a chunk', () => {
  const value = 'ä'.repeat(3 << 19)
  const one = new HistoryWriter(file, 'one')
  const two = new HistoryWriter(file, 'two')
  for (let i = 0; i < 3; i++) {
    one.note('text', { source: 'log', text: `${i}${value}` })
    two.note('text', { source: 'log', text: `${i}` })
  }
  one.close()
  two.close()
  expect([...readHistory(file)].map(line => [line.process, 'text' in line ? line.text : ''])).toEqual(
    [0, 1, 2].flatMap(i => [
      ['one', `${i}${value}`],
      ['two', `${i}`]
    ])
  )
})

test('a killed writer loses nothing that it has written', async () => {
  const code = `
    require(${JSON.stringify(require.resolve('../../../scripts/setup/load-typescript'))})
    const { HistoryWriter } = require(${JSON.stringify(require.resolve('./history-writer'))})
    const writer = new HistoryWriter(${JSON.stringify(file)}, 'child')
    for (let i = 0; i < 1000; i++) writer.invoke({ f: 'call', what: String(i) })
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['-e', code], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect([...readHistory(file)].map(line => ('op' in line ? line.op : 0))).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1))
})

test('a torn last line is left out, any other is an error', () => {
  fs.writeFileSync(file, '{"t":0,"process":"p","f":"call","type":"invoke","op":1,"what":""}\n{"t":0,"pro')
  expect([...readHistory(file)]).toHaveLength(1)
  fs.writeFileSync(file, '{"t":0,"pro\n{"t":0,"process":"p","f":"call","type":"invoke","op":1,"what":""}\n')
  expect(() => [...readHistory(file)]).toThrow(`${file}:1 is no line of a history: {"t":0,"pro`)
})
