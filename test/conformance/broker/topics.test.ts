import path from 'node:path'
import { allScripts, topicConfigs } from '../../testing/topics/scripts/all-scripts'
import { compareScripts } from './compare-scripts'
import { forgetFaults } from './forget-faults'

const golden = path.join(__dirname, '..', '..', 'testing', 'topics', 'fixtures', 'kafka-4.3.1.json')

describe('topics', () => {
  compareScripts('topics', allScripts, golden, topicConfigs)
  // Kafka trips over a topic without name and id.
  afterAll(forgetFaults)
})
