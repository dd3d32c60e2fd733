import path from 'node:path'
import { allScripts } from '../../testing/records/scripts/all-scripts'
import { conformanceCluster } from '../support/conformance-cluster'
import { newProtocolErrors } from '../support/known-faults'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'records', 'fixtures', 'kafka-4.3.1.json')

describe('records', () => {
  compareScripts('records', allScripts, golden)

  // Batches without a length that could be are among them on purpose, and the broker writes of those.
  afterAll(async () => {
    newProtocolErrors(await conformanceCluster())
  })
})
