import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { kafkajs } from './both'

const index = join(__dirname, '../../src/index.ts')

// The package's own index is the last piece to be written; from then on it has to have everything.
const describeIndex = existsSync(index) ? describe : describe.skip

describeIndex('exports', () => {
  it('have every name of KafkaJS', () => {
    const ours = Object.keys(jest.requireActual<object>(index))
    expect(Object.keys(kafkajs).filter(name => !ours.includes(name))).toEqual([])
  })

  it('are of the same kind', () => {
    const ours = jest.requireActual<Record<string, unknown>>(index)
    for (const [name, value] of Object.entries(kafkajs)) expect([name, typeof ours[name]]).toEqual([name, typeof value])
  })
})
