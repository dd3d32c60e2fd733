import { attachCluster } from '../../cluster/start-cluster'
import type { TestCluster } from '../../cluster/test-cluster'

let attached: Promise<TestCluster> | undefined

/**
 * The cluster of this jest run, which ODRADEK_KAFKA chooses (`chosenCluster`), with TLS and SASL listeners besides the plain one. One
 * for all suites: use topics and groups of your own (`uniqueName`), and leave every node
 * running. Its `stop` is not yours to call.
 */
export function conformanceCluster(): Promise<TestCluster> {
  attached ??= attach()
  return attached
}

async function attach(): Promise<TestCluster> {
  const folder = process.env['ODRADEK_KAFKA_FOLDER']
  if (folder === undefined) throw new Error('There is no cluster: run this suite with jest --selectProjects conformance')
  return attachCluster(folder)
}

/** Lets go of the cluster when the test file is done, so that nothing of it is left open. */
export async function releaseCluster(): Promise<void> {
  const cluster = await attached
  attached = undefined
  cluster?.detach()
}
