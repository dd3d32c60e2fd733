'use strict'

// Jest's transformer of the tests, with one known bug planted: the one that ODRADEK_PLANTED names. The sources stay as they are.

const path = require('node:path')
const swc = require('@swc/jest')
const { bugs } = require('./bugs.js')

const root = path.join(__dirname, '..', '..', '..')
const bug = bugs.find(({ name }) => name === process.env.ODRADEK_PLANTED)

function plant(source, file) {
  if (bug === undefined || file !== path.join(root, bug.file)) return source
  if (!source.includes(bug.find)) throw new Error(`${bug.file} has no place for the bug '${bug.name}'`)
  return source.replace(bug.find, () => bug.replace)
}

module.exports = {
  createTransformer(options) {
    const transformer = swc.createTransformer(options)
    return {
      ...transformer,
      process: (source, file, jest) => transformer.process(plant(source, file), file, jest),
      // Jest keeps what it has transformed: with a bug in it that must be another entry.
      getCacheKey: (source, file, jest) => `${transformer.getCacheKey(plant(source, file), file, jest)}-planted`
    }
  }
}
