import type { ListenerOptions } from '../../../../src/testing'

/** The user whose rights the scripts look at: PLAIN, as on the clusters of the conformance suites. */
export const user = { username: 'plain-user', password: 'plain-secret' }

/** Broker configs of the scripts about ACLs: whoever comes without a name may do everything. */
export const aclConfigs: Record<string, string> = {
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
  'connections.max.reauth.ms': '60000',
  'offsets.topic.num.partitions': '4'
}

/** Listeners of the embedded broker for the scripts about ACLs. */
export const aclListeners: ListenerOptions[] = [
  {},
  {
    protocol: 'SASL_PLAINTEXT',
    sasl: { users: { [user.username]: user.password }, mechanisms: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] }
  }
]
