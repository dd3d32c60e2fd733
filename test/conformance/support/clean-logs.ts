import { conformanceCluster, releaseCluster } from './conformance-cluster'

/**
 * For every conformance test file: whatever the tests did, the brokers must not have met a request that they could not take. Fails
 * the file during which such a line came, not the ones after it.
 */
let before = 0

beforeAll(async () => {
  before = (await conformanceCluster()).protocolErrors().length
})

afterAll(async () => {
  const errors = (await conformanceCluster()).protocolErrors().slice(before)
  await releaseCluster()
  expect(errors).toEqual([])
})
