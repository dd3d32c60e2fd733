import path from 'node:path'
import { adminConfigs, allScripts } from '../../testing/admin/scripts/all-scripts'
import { conformanceCluster } from '../support/conformance-cluster'
import { newProtocolErrors } from '../support/known-faults'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'admin', 'fixtures', 'kafka-4.3.1.json')

/** What a broker writes about requests that it refuses; here they are sent on purpose. */
const expected = /InvalidRequestException|apiKey=(DESCRIBE_CONFIGS|DESCRIBE_TOPIC_PARTITIONS)/

describe('admin', () => {
  compareScripts('admin', allScripts, golden, adminConfigs)

  afterAll(async () => {
    const errors = newProtocolErrors(await conformanceCluster())
    expect(errors.filter(line => !expected.test(line))).toEqual([])
  })
})
