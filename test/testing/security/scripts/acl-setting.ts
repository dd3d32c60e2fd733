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
    sasl: { users: { [user.username]: user.password }, validateToken }
  }
]

/** Configs of a real broker alone: on the embedded one the listener has an option instead. It takes tokens that nobody has signed. */
export const tokenConfigs: Record<string, string> = {
  'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
  ...Object.fromEntries(
    ['sasl_plaintext', 'sasl_ssl'].map(listener => [
      `listener.name.${listener}.oauthbearer.sasl.jaas.config`,
      'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";'
    ])
  )
}

/** A token that says who one is, and for how long. */
export function makeToken(subject: string, lifetimeMs: number): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  const now = Date.now()
  const claims = { sub: subject, iat: Math.floor(now / 1000) - 3600, exp: Math.floor((now + lifetimeMs) / 1000) }
  return `${encode({ alg: 'none' })}.${encode(claims)}.`
}

/** Checks such a token, as a broker does that has no better check. */
async function validateToken(token: string): Promise<{ principal: string; lifetimeMs: number }> {
  const [, encoded = ''] = token.split('.')
  const { sub, exp } = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as { sub: string; exp: number }
  const lifetimeMs = exp * 1000 - Date.now()
  if (lifetimeMs <= 0) throw new Error('The token has expired')
  return { principal: sub, lifetimeMs }
}
