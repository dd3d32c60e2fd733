import path from 'node:path'
import { KafkaCluster } from '../../cluster/kafka-cluster'
import { aclConfigs, aclListeners } from '../../testing/security/scripts/acl-setting'
import { allAclScripts } from '../../testing/security/scripts/all-acl-scripts'
import { compareScripts } from './compare-scripts'

const golden = path.join(__dirname, '..', '..', 'testing', 'security', 'fixtures', 'acls-4.3.1.json')

// With an authorizer, which the shared cluster does not have.
let cluster: KafkaCluster | undefined

async function withAuthorizer(): Promise<KafkaCluster> {
  cluster ??= await KafkaCluster.start({ version: '4.3.1', nodes: 1, listeners: 'all', config: aclConfigs })
  return cluster
}

afterAll(() => cluster?.stop())

compareScripts('ACLs', allAclScripts, golden, aclConfigs, { cluster: withAuthorizer, listeners: aclListeners })
