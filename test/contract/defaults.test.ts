import { defaults } from '../../src/config/defaults'
import { kafkajsInternals } from './both'

describe('defaults', () => {
  it('of retry are those of KafkaJS', () => {
    expect(kafkajsInternals('retry/defaults')).toEqual(defaults.retry)
  })
})
