/** Runs one of the TypeScript programs beside this file in plain Node: `node run-program.js NAME ARGUMENTS`. */
'use strict'

require('../../../scripts/setup/load-typescript.js')
require(`./${process.argv[2]}.ts`)
