import path from 'node:path'
import { allScripts } from '../../testing/hostile/scripts/all-scripts'
import { compareScripts } from './compare-scripts'
import { forgetFaults } from './forget-faults'

const golden = path.join(__dirname, '..', '..', 'testing', 'hostile', 'fixtures', 'kafka-4.3.1.json')

describe('hostile bytes', () => {
  compareScripts('hostile bytes', allScripts, golden)
  afterAll(forgetFaults)
})
