/** Which way a frame goes. */
export type Direction = 'request' | 'response'

/** How a connection ends: in order, or with a reset. */
export type Ending = 'fin' | 'rst'

/**
 * When a rule hits. Everything that is given has to fit; a rule that says nothing hits every response.
 */
export interface FaultRule {
  /** Node id of the broker behind the proxy. */
  broker?: number
  /** Kafka's name of the API, e.g. `Produce`. Rules for connections have none. */
  api?: string
  /** What clients call themselves. */
  clientId?: string
  /** Which frames; default: responses, or what the action names. */
  direction?: Direction | 'both'
  /** Only this one of the frames that fit, counted from 1 over all connections; or each `every`th from `from` (default `every`) on. */
  nth?: number | { every: number; from?: number }
  /** 0 to 1, of those that fit and that `nth` picks; drawn from the proxy's seed. */
  probability?: number
  /** How often it hits at most. */
  times?: number
  action: FaultAction
}

/** What happens to a frame, or to a connection. Durations in ms; bytes count the frame's length of four bytes in. */
export type FaultAction =
  /** Arrives later; what follows on the connection arrives no earlier. */
  | { type: 'latency'; ms: number; jitterMs?: number }
  /** From here on, the connection moves so many bytes a second in that direction. */
  | { type: 'throttle'; bytesPerSecond: number }
  /** In pieces of 1 to `bytes`. */
  | { type: 'slice'; bytes: number }
  | { type: 'cut'; how: Ending; where: CutPlace /** For the `mid-` places; default: drawn. */; at?: number }
  /** From here on nothing passes, sockets stay open. `unread`: what comes is not even taken, so that the sender's buffers fill. */
  | { type: 'blackhole'; flow: Direction | 'both'; unread?: boolean }
  /** Connections: nothing listens, as long as the rule stands. */
  | { type: 'refuse' }
  /** Connections: taken and ended at once. */
  | { type: 'accept-then-close'; how: Ending }
  /** Connections: end after a time from between the two. */
  | { type: 'lifetime'; minMs: number; maxMs: number; how: Ending }
  /** Waits, with all that follows on the connection, for `release` or, with `ms`, for a time. A request is delivered even if its client is gone. */
  | { type: 'hold'; ms?: number }
  /** Is taken and forgotten. */
  | { type: 'drop' }
  | { type: 'duplicate' }
  /** Changes places with the next frame of the connection. */
  | { type: 'swap' }
  /** One byte, behind the length, XOR `xor`; from the frame's end when negative. What is left out is drawn. */
  | { type: 'corrupt'; offset?: number; xor?: number }
  /** Has only so many bytes behind its length, which says so. */
  | { type: 'truncate'; bytes: number }
  /** Says another length than it has. */
  | { type: 'lie'; by: number }
  /** Fields of the decoded body. */
  | { type: 'rewrite'; edits: RewriteEdit[] }

/**
 * Where a connection is cut: before anything of the request is passed on, with a part of it passed on, when the broker has all of it (and
 * is let answer, to nobody), when the answer has come and before it is passed on, with a part of it passed on, or behind it.
 */
export type CutPlace = 'before-forward' | 'mid-request' | 'after-forward' | 'before-response' | 'mid-response' | 'after-response'

/** `brokers.*.port`: names of fields, indices, or `*` for all elements. Without a value the element is removed. */
export interface RewriteEdit {
  path: string
  value?: string | number | boolean | null
}

const requestPlaces: readonly CutPlace[] = ['before-forward', 'mid-request', 'after-forward']
const connectionActions: readonly FaultAction['type'][] = ['refuse', 'accept-then-close', 'lifetime']

/** Whether the rule is for connections and not for frames. */
export function isForConnections({ action }: FaultRule): boolean {
  return connectionActions.includes(action.type)
}

/** Whether a rule is for frames that go this way. */
export function goesWay({ action, direction }: FaultRule, way: Direction): boolean {
  if (action.type === 'cut') return requestPlaces.includes(action.where) === (way === 'request')
  if (direction === undefined)
    return action.type === 'blackhole' ? (action.flow !== 'response') === (way === 'request') : way === 'response'
  return direction === 'both' || direction === way
}
