import type { ClientIdentity } from './group-environment'

/** Who sent a request: the client's name, and its address as Java prints it. */
export function clientOf({
  clientId,
  connection
}: {
  readonly clientId: string | null
  readonly connection: { readonly remoteAddress: string }
}): ClientIdentity {
  return { clientId: clientId ?? '', clientHost: `/${connection.remoteAddress}` }
}
