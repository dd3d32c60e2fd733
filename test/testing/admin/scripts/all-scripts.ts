import type { Script } from '../../scripts/stage'
import { brokerConfigScripts } from './broker-config-scripts'
import { clusterScripts } from './cluster-scripts'
import { effectScripts } from './effect-scripts'
import { otherConfigScripts } from './other-config-scripts'
import { partitionScripts } from './partition-scripts'
import { topicConfigScripts } from './topic-config-scripts'

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  'configs of topics': topicConfigScripts,
  'configs of brokers': brokerConfigScripts,
  'other configs': otherConfigScripts,
  effects: effectScripts,
  partitions: partitionScripts,
  cluster: clusterScripts
}

/** Broker configs that the scripts count on, as the cluster under test has them. */
export const adminConfigs: Record<string, string> = {
  'log.retention.ms': '-1',
  'group.consumer.min.session.timeout.ms': '3000',
  'group.consumer.min.heartbeat.interval.ms': '300'
}
