import { conformanceCluster, releaseCluster } from './conformance-cluster'
import { newProtocolErrors } from './known-faults'

// For every conformance test file: whatever the tests did, the brokers must not have met a request that they could not take. What
// they write about it after the last file is for global-teardown.js.
afterAll(async () => {
  const errors = newProtocolErrors(await conformanceCluster())
  await releaseCluster()
  expect(errors).toEqual([])
})
