import { ConsumerLab } from '../consumer/support/consumer-lab'
import { Reader } from '../scenarios/consumer/reader'

/**
 * The log has lost what the group committed, and the consumer goes on at the log's end. Unless that is committed at once, a consumer that
 * starts later finds the old offset out of range again and goes on at the end of then: what came in between is skipped by all.
 */
it('the offset that a reset leads to is committed without waiting for messages', async () => {
  const lab = await ConsumerLab.start({ topics: [{ topic: 'topic' }] })
  const first = await Reader.start(lab, { fromBeginning: false })
  await lab.until(() => lab.requests('Fetch').length > 0)
  for (let from = 0; from < 5; from++) await lab.sendNumbers('topic', 1, { from })
  await lab.until(() => lab.committed('topic') === 5)
  lab.kafka.laboratory.partition('topic', 0).truncate(2)
  await lab.until(() => lab.committed('topic') === 2)
  expect(first.of()).toHaveLength(5)
  await lab.stop()
})
