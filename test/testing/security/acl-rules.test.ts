import { holdAgainst } from '../scripts/hold-against'
import recorded from './fixtures/acls-4.3.1.json'
import { aclConfigs, aclListeners } from './scripts/acl-setting'
import { allAclScripts } from './scripts/all-acl-scripts'

holdAgainst('ACLs', allAclScripts, recorded, aclConfigs, aclListeners)
