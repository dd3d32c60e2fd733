import type { Timer } from '../../../utils/clock'
import type { ClientIdentity } from './group-environment'

/** A protocol that a member could take part in, and what it tells the leader for that case. */
export interface JoinProtocol {
  readonly name: string
  readonly metadata: Buffer
}

/** What JoinGroup is answered with. */
export interface JoinAnswer {
  readonly errorCode: number
  readonly memberId: string
  readonly generationId: number
  readonly protocolType: string | null
  readonly protocolName: string | null
  readonly leader: string
  /** The leader need not assign again: nothing changed (KIP-814). */
  readonly skipAssignment: boolean
  /** For the leader only. */
  readonly members: readonly { memberId: string; groupInstanceId: string | null; metadata: Buffer }[]
}

/** What SyncGroup is answered with. */
export interface SyncAnswer {
  readonly errorCode: number
  readonly protocolType: string | null
  readonly protocolName: string | null
  readonly assignment: Buffer
}

/** A member of a classic group. */
export interface ClassicMember extends ClientIdentity {
  readonly memberId: string
  readonly groupInstanceId: string | null
  sessionTimeoutMs: number
  rebalanceTimeoutMs: number
  /** In order of preference. */
  protocols: readonly JoinProtocol[]
  /** From the last SyncGroup of the leader; empty before. */
  assignment: Buffer
  /** Has not been answered yet since it joined: it knows no member id, so it cannot send heartbeats. */
  isNew: boolean
  /** Answers the JoinGroup that waits. */
  join: ((answer: JoinAnswer) => void) | undefined
  /** Answers the SyncGroup that waits. */
  sync: ((answer: SyncAnswer) => void) | undefined
  /** Fires when the session ends. */
  session: Timer | undefined
}

/** The answer to a JoinGroup that is refused. */
export function refusedJoin(errorCode: number, memberId: string): JoinAnswer {
  return {
    errorCode,
    memberId,
    generationId: -1,
    protocolType: null,
    protocolName: null,
    leader: '',
    skipAssignment: false,
    members: []
  }
}

/** The answer to a SyncGroup that is refused. */
export function refusedSync(errorCode: number): SyncAnswer {
  return { errorCode, protocolType: null, protocolName: null, assignment: Buffer.alloc(0) }
}

/** Whether the two lists are the same, names and metadata. */
export function sameProtocols(a: readonly JoinProtocol[], b: readonly JoinProtocol[]): boolean {
  return a.length === b.length && a.every(({ name, metadata }, i) => name === b[i].name && metadata.equals(b[i].metadata))
}
