import { errorCodes } from '../../../src/errors/error-table'
import { describeProducersApi } from '../../../src/protocol/generated/describe-producers'
import { EmbeddedKafka } from '../../../src/testing'
import { WireClient } from '../support/wire-client'

it('every replica of a partition tells its producers, other brokers do not', async () => {
  const kafka = await EmbeddedKafka.start({ brokers: 3, topics: [{ topic: 'orders', replicaAssignment: [[1, 2]] }] })
  const codes = await Promise.all(
    kafka.brokers.map(async address => {
      const client = await WireClient.connect(address)
      const answer = await client.send(describeProducersApi, 0, { topics: [{ name: 'orders', partitionIndexes: [0] }] })
      return answer.topics[0].partitions[0].errorCode
    })
  )
  expect(codes).toEqual([errorCodes.NONE, errorCodes.NONE, errorCodes.NOT_LEADER_OR_FOLLOWER])
  await kafka.stop()
  expect(kafka.problems).toEqual([])
})
