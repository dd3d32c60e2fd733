/**
 * Lets `require` load the repository's TypeScript in plain Node, for scripts that use the test harness: `require` this file first.
 * Types are stripped with swc, not checked.
 */
'use strict'

const fs = require('node:fs')
const Module = require('node:module')
const { transformSync } = require('@swc/core')

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), {
    filename,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline'
  })
  module._compile(code, filename)
}
