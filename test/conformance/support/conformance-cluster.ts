import { KafkaCluster } from '../../cluster/kafka-cluster'

let attached: Promise<KafkaCluster> | undefined

/**
 * The cluster of this jest run, which ODRADEK_KAFKA chooses: '4.3.1x1' (default), '4.3.1x3', '3.9.2x1' or '2.8.2x1', with TLS and
 * SASL listeners besides the plain one. One for all suites: use topics and groups of your own (`uniqueName`), and leave every node
 * running. Its `stop` is not yours to call.
 */
export function conformanceCluster(): Promise<KafkaCluster> {
  attached ??= attach()
  return attached
}

async function attach(): Promise<KafkaCluster> {
  const folder = process.env['ODRADEK_KAFKA_FOLDER']
  if (folder === undefined) throw new Error('There is no cluster: run this suite with jest --selectProjects conformance')
  return KafkaCluster.attach(folder)
}

/** Lets go of the cluster when the test file is done, so that nothing of it is left open. */
export async function releaseCluster(): Promise<void> {
  const cluster = await attached
  attached = undefined
  cluster?.detach()
}
