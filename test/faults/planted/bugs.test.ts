import fs from 'node:fs'
import path from 'node:path'
import { bugs } from './bugs'

// A planted bug whose place has changed would be planted nowhere, and the proof that scenarios catch it would be none.
it.each(bugs)('$name: has its place', ({ file, find, replace }) => {
  const source = fs.readFileSync(path.join(__dirname, '..', '..', '..', file), 'utf8')
  expect(source.split(find)).toHaveLength(2)
  expect(replace).not.toBe(find)
})

it('have names of their own', () => {
  expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length)
})
