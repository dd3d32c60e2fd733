import { errorCodes } from '../../src/errors/error-table'
import { ConsumerLab } from '../consumer/support/consumer-lab'
import { numbers, Reader } from '../scenarios/consumer/reader'

/**
 * The commit after the last batch is refused for a reason that says nothing about the next try, and no further message comes: the group's
 * lag never reaches zero, and all of the batch comes again after a restart.
 */
it('a commit that was refused is made up for without further traffic', async () => {
  const lab = await ConsumerLab.start({ topics: [{ topic: 'topic' }] })
  await lab.sendNumbers('topic', 5)
  const fault = lab.kafka.laboratory.fail({ api: 'OffsetCommit', times: 3 }, errorCodes.UNKNOWN_SERVER_ERROR)
  const reader = await Reader.start(lab)
  await reader.got(5)
  await lab.until(() => lab.committed('topic') === 5 && fault.fired === 3)
  expect(reader.of()).toEqual(numbers(5))
  await lab.stop()
})

it('a consumer that stops while its commits are refused leaves no timer', async () => {
  const lab = await ConsumerLab.start({ topics: [{ topic: 'topic' }] })
  await lab.sendNumbers('topic', 5)
  lab.kafka.laboratory.fail({ api: 'OffsetCommit' }, errorCodes.UNKNOWN_SERVER_ERROR)
  const reader = await Reader.start(lab)
  await reader.got(5)
  await lab.settled(reader.consumer.disconnect())
  expect(lab.clock.pending).toBe(0)
  await lab.stop()
})
