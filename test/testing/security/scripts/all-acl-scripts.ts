import type { Script } from '../../scripts/stage'
import { apiAclScripts } from './api-acl-scripts'
import { clusterAclScripts } from './cluster-acl-scripts'
import { configAclScripts } from './config-acl-scripts'
import { groupAclScripts } from './group-acl-scripts'
import { ruleAclScripts } from './rule-acl-scripts'
import { topicAclScripts } from './topic-acl-scripts'
import { transactionAclScripts } from './transaction-acl-scripts'

/** All scripts about ACLs, by subject. */
export const allAclScripts: Readonly<Record<string, readonly Script[]>> = {
  ACLs: apiAclScripts,
  rules: ruleAclScripts,
  cluster: clusterAclScripts,
  topics: topicAclScripts,
  configs: configAclScripts,
  groups: groupAclScripts,
  transactions: transactionAclScripts
}
