const { TestEnvironment } = require('jest-environment-node')

/** Jest's own, but that tests can reach the real process: the one that they see is a copy, on which no warning is ever emitted. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global.realProcess = process
  }
}
