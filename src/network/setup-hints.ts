import type { ClientConfig } from '../config/client-config'
import type { SetupStage } from './connection-state'

/** What may be wrong when nothing comes back. */
export function hangHint(stage: SetupStage, { tls }: Pick<ClientConfig, 'tls'>): string | undefined {
  if (stage === 'tcp') return 'Is the host up, and does a firewall let the port through?'
  if (stage === 'tls') return 'Does the listener speak TLS? If not, leave out `ssl`'
  if (stage === 'api-versions' && tls === undefined) return 'Does the listener speak TLS? Then `ssl` has to be set'
  return undefined
}

/** What may be wrong when the peer hangs up during the set-up. */
export function hangUpHint(stage: SetupStage, { tls }: Pick<ClientConfig, 'tls'>): string | undefined {
  if (stage === 'sasl') return 'Some brokers hang up instead of refusing: check `sasl`, or the broker is just restarting'
  if (stage !== 'api-versions') return undefined
  return tls === undefined
    ? 'Does the listener speak TLS? Then `ssl` has to be set. Or the broker is just restarting'
    : 'Does the broker want a client certificate? Or it is just restarting'
}

/** What may be wrong when the peer hangs up on the very first request. */
export function silentEndHint(hasAnswered: boolean, wasAsked: boolean, { sasl }: Pick<ClientConfig, 'sasl'>): string | undefined {
  return hasAnswered || !wasAsked || sasl !== undefined ? undefined : 'Does the listener want SASL? Then `sasl` has to be set'
}
