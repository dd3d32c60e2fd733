import type { Script } from '../../scripts/stage'
import { apiAclScripts } from './api-acl-scripts'
import { clusterAclScripts } from './cluster-acl-scripts'
import { configAclScripts } from './config-acl-scripts'
import { groupAclScripts } from './group-acl-scripts'
import { quotaScripts } from './quota-scripts'
import { ruleAclScripts } from './rule-acl-scripts'
import { saslScripts } from './sasl-scripts'
import { scramScripts } from './scram-scripts'
import { throttleScripts } from './throttle-scripts'
import { topicAclScripts } from './topic-acl-scripts'
import { transactionAclScripts } from './transaction-acl-scripts'

/** All scripts about ACLs, users and quotas, by subject. */
export const allSecurityScripts: Readonly<Record<string, readonly Script[]>> = {
  ACLs: apiAclScripts,
  rules: ruleAclScripts,
  cluster: clusterAclScripts,
  topics: topicAclScripts,
  configs: configAclScripts,
  groups: groupAclScripts,
  transactions: transactionAclScripts,
  'log-ins': saslScripts,
  ...scramScripts,
  ...quotaScripts,
  ...throttleScripts
}
