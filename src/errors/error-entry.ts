/**
 * What is known of one error code. Code above the codecs decides by these flags, never by name or number. They say
 * what the code means by itself; where an API gives a code another meaning, the caller of that API knows.
 */
export interface ErrorEntry extends ErrorFlags {
  /** As on the wire. */
  readonly code: number
  /** Kafka's name, e.g. `NOT_LEADER_OR_FOLLOWER`. */
  readonly name: string
  /** KafkaJS's name, which applications compare with; differs for five old codes, e.g. `NOT_LEADER_FOR_PARTITION`. */
  readonly type: string
  readonly message: string
}

/** The decisions that hang on an error code. */
export interface ErrorFlags {
  /** The same request can succeed later. */
  readonly retriable: boolean
  /** What this client knows of topics, leaders or the controller is out of date. */
  readonly refreshMetadata: boolean
  /** What this client knows of a coordinator is out of date. */
  readonly refreshCoordinator: boolean
  /** All known brokers are out of date: begin again with the bootstrap addresses (KIP-1102). */
  readonly rebootstrap: boolean
  /** The group went on without this member: it has to join again. */
  readonly rejoin: boolean
  /** The member id is no longer good: join again without one. */
  readonly forgetMember: boolean
  /** The fetch or share session is gone: open a new one; nothing is lost. */
  readonly newSession: boolean
  /** The position is outside the log: the reset policy decides. */
  readonly offsetOutOfRange: boolean
  /** The principal lacks a permission. */
  readonly authorization: boolean
  /** This client can never go on as it is: other settings, or a new instance, are needed. */
  readonly fatal: boolean
  /** In answer to a write: a broker may have stored it nevertheless. */
  readonly maybeApplied: boolean
  /** In answer to a write: an earlier attempt has been stored, so that it is done. */
  readonly alreadyApplied: boolean
}

/** The flags of a code about which nothing is to be done but to tell. */
export const noFlags: ErrorFlags = Object.freeze({
  retriable: false,
  refreshMetadata: false,
  refreshCoordinator: false,
  rebootstrap: false,
  rejoin: false,
  forgetMember: false,
  newSession: false,
  offsetOutOfRange: false,
  authorization: false,
  fatal: false,
  maybeApplied: false,
  alreadyApplied: false
})
