import { deepFreeze } from '../../src/utils/deep-freeze'

describe('deepFreeze', () => {
  it('freezes objects and arrays all the way down and gives back what it got', () => {
    const value = { a: { b: [{ c: 1 }] }, bare: Object.assign(Object.create(null) as object, { d: {} }) }
    expect(deepFreeze(value)).toBe(value)
    for (const part of [value, value.a, value.a.b, value.a.b[0], value.bare, ...Object.values(value.bare)])
      expect(Object.isFrozen(part)).toBe(true)
  })

  it('leaves functions, instances and buffers as they are', () => {
    const value = { run: () => {}, map: new Map(), bytes: Buffer.from('x'), inside: [new Date()] }
    deepFreeze(value)
    for (const part of [value.run, value.map, value.bytes, value.inside[0]]) expect(Object.isFrozen(part)).toBe(false)
  })

  it('ends on objects that contain themselves', () => {
    const value: Record<string, unknown> = {}
    value['self'] = value
    expect(Object.isFrozen(deepFreeze(value))).toBe(true)
  })

  it.each([undefined, null, 1, 'x', true])('gives back %p', value => {
    expect(deepFreeze(value)).toBe(value)
  })
})
