import { waitUntil } from '../../cluster/wait-until'
import { conformanceCluster } from '../support/conformance-cluster'
import { newProtocolErrors } from '../support/known-faults'

/** Looks at the log without anything new in it, before it counts as all that the broker had to say. */
const quietLooks = 10

/** For suites that send what no client should: takes what the broker has written of it for known, so that it is no other test's fault. */
export async function forgetFaults(): Promise<void> {
  const cluster = await conformanceCluster()
  let quiet = 0
  await waitUntil('the broker to have written of all requests that it could not take', () => {
    quiet = newProtocolErrors(cluster).length === 0 ? quiet + 1 : 0
    return quiet >= quietLooks
  })
}
