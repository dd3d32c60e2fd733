import fs from 'node:fs'
import path from 'node:path'
import type { ClusterSpec } from './broker-config'
import type { ClusterOptions } from './cluster-launch'
import { EmbeddedCluster } from './embedded-cluster'
import { KafkaCluster } from './kafka-cluster'
import type { TestCluster } from './test-cluster'

/** Starts a cluster, real or embedded, and resolves when every broker answers and knows all others. It lives until `stop`. */
export function startCluster(options: ClusterOptions): Promise<TestCluster> {
  return options.embedded === true ? EmbeddedCluster.start(options) : KafkaCluster.start(options)
}

/** Control over a running cluster by its folder. It ends with its owner, not with `detach`. */
export async function attachCluster(folder: string): Promise<TestCluster> {
  const spec = JSON.parse(fs.readFileSync(path.join(folder, 'cluster.json'), 'utf8')) as ClusterSpec
  return spec.embedded ? EmbeddedCluster.attach(spec) : KafkaCluster.attach(spec)
}
