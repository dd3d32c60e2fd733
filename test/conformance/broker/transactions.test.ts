import path from 'node:path'
import { allScripts } from '../../testing/transactions/scripts/all-scripts'
import { compareScripts } from './compare-scripts'
import { forgetFaults } from './forget-faults'

const golden = path.join(__dirname, '..', '..', 'testing', 'transactions', 'fixtures', 'kafka-4.3.1.json')

describe('transactions', () => {
  compareScripts('transactions', allScripts, golden, { 'offsets.topic.num.partitions': '4' })
  // Kafka writes of some of what it refuses.
  afterAll(forgetFaults)
})
