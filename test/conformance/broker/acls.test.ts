import path from 'node:path'
import { KafkaCluster } from '../../cluster/kafka-cluster'
import { aclConfigs, aclListeners, tokenConfigs } from '../../testing/security/scripts/acl-setting'
import { allSecurityScripts } from '../../testing/security/scripts/all-security-scripts'
import { noAuthorizerScripts } from '../../testing/security/scripts/api-acl-scripts'
import { compareScripts } from './compare-scripts'

const fixtures = path.join(__dirname, '..', '..', 'testing', 'security', 'fixtures')

// With an authorizer, which the shared cluster does not have. What brokers log about mistakes of the scripts is nobody's trouble here.
let cluster: KafkaCluster | undefined

async function withAuthorizer(): Promise<KafkaCluster> {
  cluster ??= await KafkaCluster.start({ version: '4.3.1', nodes: 1, listeners: 'all', config: { ...aclConfigs, ...tokenConfigs } })
  return cluster
}

afterAll(() => cluster?.stop())

const setting = { cluster: withAuthorizer, listeners: aclListeners }
compareScripts('security', allSecurityScripts, path.join(fixtures, 'kafka-4.3.1.json'), aclConfigs, setting)
compareScripts('security', noAuthorizerScripts, path.join(fixtures, 'no-authorizer-4.3.1.json'))
