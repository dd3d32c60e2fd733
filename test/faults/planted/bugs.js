'use strict'

// Known bugs of Kafka clients, each as a change of one place of odradek's source. `find` has to be there exactly once (a test sees to it),
// and `scenarios` names the tests of which at least one has to fail when the bug is planted (scripts/planted.mjs shows which do).

/** @type {import('./bugs').PlantedBug[]} */
const bugs = [
  {
    name: 'a retry goes to the end of the queue',
    file: 'src/producer/record-accumulator.ts',
    find: 'queue.waiting.unshift(batch)',
    replace: 'queue.waiting.push(batch)',
    scenarios: 'test/faults/deterministic/sending'
  },
  {
    name: 'two batches of a partition in flight without sequence numbers',
    file: 'src/producer/sender.ts',
    find: 'const maxInFlightPerPartition = 1',
    replace: 'const maxInFlightPerPartition = 2',
    scenarios: 'test/faults/deterministic/sending'
  },
  {
    name: 'a lost answer counts as sent',
    file: 'src/producer/sender.ts',
    find: 'if (retriable) this.retryLater(sent, channel.nodeId, error, outcome)',
    replace: 'if (retriable) this.succeed(sent, () => sent.batch.written())',
    scenarios: 'test/faults/deterministic/sending'
  },
  {
    name: 'a failure says that nothing was written although it may have been',
    file: 'src/producer/sender.ts',
    find: "const outcome = error.outcome ?? (error instanceof KafkaUnsupportedVersionError ? 'not-applied' : 'maybe-applied')",
    replace: "const outcome = 'not-applied' as Outcome",
    scenarios: 'test/faults/deterministic/sending'
  },
  {
    name: 'a request that times out keeps its connection',
    file: 'src/network/broker-connection.ts',
    find: "this.end(cause, isKafkaJSError(cause) ? cause : this.closedError('maybe-applied'))",
    replace:
      "if (!(error instanceof KafkaJSRequestTimeoutError)) this.end(cause, isKafkaJSError(cause) ? cause : this.closedError('maybe-applied'))",
    scenarios: 'test/faults/deterministic/sending'
  },
  {
    name: 'deadlines go by the wall clock',
    file: 'src/utils/clock.ts',
    find: 'now: () => performance.now()',
    replace: 'now: () => Date.now()',
    scenarios: 'test/utils/clock'
  },
  {
    name: 'headers inherit the names of Object',
    file: 'src/protocol/records/record-cursor.ts',
    find: 'const headers = new HeadersObject()',
    replace: 'const headers: DecodedHeaders = {}',
    scenarios: 'test/protocol/records/record-batch-reader'
  },
  {
    name: 'arrays are made as long as the peer says',
    file: 'src/protocol/reader.ts',
    find: `    const count = this.int32()
    if (count < 0) this.#nullOrNegative(count)
    if (count * elementSize > this.end - this.offset) this.#tooMany(count)`,
    replace: `    const count = this.int32()
    if (count < 0) this.#nullOrNegative(count)`,
    scenarios: 'test/protocol/reader'
  },
  {
    name: 'a timer outlives the consumer',
    file: 'src/consumer/consumer-session.ts',
    find: '    this.autoCommit.stop()\n',
    replace: '',
    scenarios: 'test/faults/deterministic/closing'
  },
  {
    name: 'offsets of records that are only fetched are committed',
    file: 'src/consumer/offsets/offset-committer.ts',
    find: 'offset: BigInt(assigned.resolved), assigned',
    replace: 'offset: BigInt(assigned.fetchOffset), assigned',
    scenarios: 'test/faults/deterministic/(consuming|sharing)'
  },
  {
    name: 'a consumer that is stopped amid a rebalance joins before it commits',
    file: 'src/consumer/consumer-session.ts',
    find: 'if (!this.isRunning) await aborted(this.stopping.signal)',
    replace: '',
    scenarios: 'test/faults/deterministic/sharing|test/consumer/stopping'
  },
  {
    name: 'an error of OffsetFetch resets the position',
    file: 'src/consumer/offsets/position-resolver.ts',
    find: `        if (kindOfCode(answer.errorCode) === 'fatal') onFatal(error)
        else logger.debug('No committed offset yet, trying again', { topic: partition.topic, error: error.message })
        left.push(target)`,
    replace: `        if (kindOfCode(answer.errorCode) === 'fatal') onFatal(error)
        without.push(target)`,
    scenarios: 'test/faults/deterministic/consuming'
  },
  {
    name: 'a seek is overwritten by the offset that was being looked up',
    file: 'src/consumer/offsets/position-resolver.ts',
    find: 'return !partition.revoked && partition.generation === generation',
    replace: 'return !partition.revoked && generation >= 0',
    scenarios: 'test/faults/deterministic/seeking'
  },
  {
    name: 'records that were buffered before a seek are still given out',
    file: 'src/consumer/assigned-partition.ts',
    find: `    this.fetchFailures = 0
    this.clearBuffer()
  }`,
    replace: `    this.fetchFailures = 0
  }`,
    scenarios: 'test/faults/deterministic/seeking'
  },
  {
    name: 'the list of aborted transactions is taken for sorted',
    file: 'src/consumer/fetch/aborted-transactions.ts',
    find: 'for (const offsets of this.open.values()) offsets.sort((a, b) => b - a)',
    replace: 'for (const offsets of this.open.values()) offsets.reverse()',
    scenarios: 'test/consumer/fetch/aborted'
  }
]

module.exports = { bugs }
