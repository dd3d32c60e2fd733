import { kafkajs } from './both'
import * as enums from '../../src/types/enums'

const values: Record<string, unknown> = enums

describe('enumerations', () => {
  it.each(Object.keys(values))('%s is the one of KafkaJS: a plain object without a way back from number to name', name => {
    expect(kafkajs[name]).toBeDefined()
    expect(values[name]).toEqual(kafkajs[name])
    expect(Object.getPrototypeOf(values[name])).toBe(Object.prototype)
  })

  it('are all there', () => {
    const theirs = Object.entries(kafkajs).filter(
      ([, value]) => typeof value === 'object' && value !== null && Object.values(value).every(member => typeof member === 'number')
    )
    expect(theirs.map(([name]) => name).sort()).toEqual(Object.keys(values).sort())
  })
})
