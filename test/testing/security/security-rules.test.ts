import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/kafka-4.3.1.json'
import withoutAuthorizer from './fixtures/no-authorizer-4.3.1.json'
import { aclConfigs, aclListeners } from './scripts/acl-setting'
import { allSecurityScripts } from './scripts/all-security-scripts'
import { noAuthorizerScripts } from './scripts/api-acl-scripts'

holdAgainst('security', allSecurityScripts, recorded, aclConfigs, aclListeners)
holdAgainst('security', noAuthorizerScripts, withoutAuthorizer)
