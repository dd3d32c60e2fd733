import type { FaultAction } from './fault-rule'
import type { Frame } from './frame'

/** What a proxy tells. `t`: ms of the machine's monotonic clock, as in histories. */
export interface ProxyEvent {
  t: number
  /**
   * `forwarded`: the broker's socket has all of a request; `returned`: the client's has all of a response; `fired`: a rule acted; `held` and
   * `released`; `answered`: the response to a request whose client was cut off has come; `failed`: an action could not be carried out.
   */
  type: 'opened' | 'closed' | 'forwarded' | 'returned' | 'fired' | 'held' | 'released' | 'answered' | 'failed'
  broker: number
  /** Counted from 1 over all brokers. */
  connection: number
  rule?: number
  action?: FaultAction['type']
  direction?: Frame['direction']
  api?: string
  version?: number
  correlationId?: number
  clientId?: string | null
  /** See {@link Frame.number}. */
  number?: number
  bytes?: number
  error?: string
}

/** What an event says of a frame. */
export function ofFrame(frame: Frame): Partial<ProxyEvent> {
  const { direction, api, version, correlationId, clientId, number, bytes } = frame
  return { direction, api, version, correlationId, clientId, number, bytes: bytes.length }
}
