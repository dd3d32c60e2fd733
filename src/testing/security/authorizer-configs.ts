import type { ConfigStore } from '../configs/config-store'
import { Authorizer } from './authorizer'

/** The authorizer that the broker configs ask for, if any. */
export function authorizerOf(configs: ConfigStore): Authorizer | undefined {
  if (configs.broker('authorizer.class.name') === '') return undefined
  const superUsers = configs
    .broker('super.users')
    .split(';')
    .map(name => name.trim())
  return new Authorizer({
    superUsers: new Set(superUsers.filter(name => name !== '')),
    allowsWithoutAcl: configs.broker('allow.everyone.if.no.acl.found').toLowerCase() === 'true'
  })
}
