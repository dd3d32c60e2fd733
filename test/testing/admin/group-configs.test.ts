import { errorCodes } from '../../../src/errors/error-table'
import { consumerGroupHeartbeatApi } from '../../../src/protocol/generated/consumer-group-heartbeat'
import { incrementalAlterConfigsApi } from '../../../src/protocol/generated/incremental-alter-configs'
import { EmbeddedBackend } from '../scripts/embedded-backend'
import type { WireClient } from '../support/wire-client'

let backend: EmbeddedBackend
let client: WireClient

beforeEach(async () => {
  backend = await EmbeddedBackend.start({ 'group.consumer.min.session.timeout.ms': '1000' })
  backend.kafka.createTopic({ topic: 't' })
  client = await backend.connect('member')
})

afterEach(async () => {
  client.close()
  await backend.stop()
  expect(backend.kafka.problems).toEqual([])
})

async function beat(memberEpoch: number): Promise<[errorCode: number, memberEpoch: number]> {
  const joining = memberEpoch === 0 ? { rebalanceTimeoutMs: 5000, subscribedTopicNames: ['t'], topicPartitions: [] } : {}
  const body = { groupId: 'g', memberId: 'm', memberEpoch, ...joining }
  const answer = await client.send(consumerGroupHeartbeatApi, 1, body)
  return [answer.errorCode, answer.memberEpoch]
}

it('the session timeout of a group counts from the next heartbeat on', async () => {
  const [, epoch] = await beat(0)
  await backend.wait(3000)
  expect(await beat(epoch)).toEqual([0, epoch])
  const configs = [{ name: 'consumer.session.timeout.ms', configOperation: 0, value: '2000' }]
  const altered = await client.send(incrementalAlterConfigsApi, 1, {
    resources: [{ resourceType: 32, resourceName: 'g', configs }],
    validateOnly: false
  })
  expect(altered.responses[0].errorCode).toBe(0)
  await backend.wait(3000)
  expect(await beat(epoch)).toEqual([0, epoch])
  await backend.wait(1900)
  expect(await beat(epoch)).toEqual([0, epoch])
  await backend.wait(2100)
  expect((await beat(epoch))[0]).toBe(errorCodes.UNKNOWN_MEMBER_ID)
})
