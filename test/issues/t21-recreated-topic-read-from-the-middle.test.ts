import { ConsumerLab } from '../consumer/support/consumer-lab'
import { numbers, Reader } from '../scenarios/consumer/reader'

/**
 * A topic is deleted and made again, and has more records than before when the consumer hears of it: its position is inside the new
 * log, no broker objects, and the records before it are passed over for ever.
 */
it.each([true, false])('a topic that was made anew is read from its beginning (fromBeginning: %s)', async fromBeginning => {
  const lab = await ConsumerLab.start({ topics: [{ topic: 'topic' }] })
  const reader = await Reader.start(lab, { fromBeginning })
  await lab.until(() => lab.requests('Fetch').length > 0)
  await lab.sendNumbers('topic', 5)
  await reader.got(5)
  const held = lab.kafka.laboratory.hold({ api: 'Fetch' })
  lab.kafka.laboratory.recreateTopic('topic')
  await lab.sendNumbers('topic', 20, { from: 100 })
  held.remove()
  await lab.until(() => reader.of().includes('119'))
  expect(reader.of()).toEqual([...numbers(5), ...numbers(20, 100)])
  await lab.until(() => lab.committed('topic') === 20)
  expect(reader.crashes).toEqual([])
  await lab.stop()
})
