import fs from 'node:fs'
import path from 'node:path'
import type { TestCluster } from '../../cluster/test-cluster'

/**
 * Lines in the brokers' logs about requests they could not take that no one has reported yet. Reported once: how many have been is
 * kept beside the cluster, because test files come and go, and a broker may write a line when the file that caused it is over.
 */
export function newProtocolErrors(cluster: TestCluster): string[] {
  const file = path.join(cluster.folder, 'known-faults')
  const known = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  const errors = cluster.protocolErrors()
  fs.writeFileSync(file, String(errors.length))
  return errors.slice(known)
}
