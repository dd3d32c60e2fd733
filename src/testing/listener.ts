import type { TlsOptions } from 'node:tls'
import type { ListenerOptions, SaslListenerOptions } from './options'

/** A listener of the cluster: the same on every broker, but for the port. */
export interface Listener {
  readonly name: string
  readonly protocol: NonNullable<ListenerOptions['protocol']>
  /** Port of the first broker; 0: free ports. */
  readonly port: number
  /** Undefined: no TLS. */
  readonly tls: TlsOptions | undefined
  /** Undefined: clients are anonymous. */
  readonly sasl: SaslListenerOptions | undefined
}
