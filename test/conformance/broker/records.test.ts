import path from 'node:path'
import { allScripts } from '../../testing/records/scripts/all-scripts'
import { compareScripts } from './compare-scripts'
import { forgetFaults } from './forget-faults'

const golden = path.join(__dirname, '..', '..', 'testing', 'records', 'fixtures', 'kafka-4.3.1.json')

describe('records', () => {
  compareScripts('records', allScripts, golden)
  // Batches whose length cannot be are among them.
  afterAll(forgetFaults)
})
