'use strict'

module.exports = async () => {
  await globalThis.odradekKafka.stop()
}
