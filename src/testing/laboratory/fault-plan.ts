/** What a fault does to one request. Steps in their order: wait, perform or replace, edit, wait, deliver. */
export interface FaultPlan {
  /** ms on the broker's clock before the request is performed. */
  readonly performAfterMs?: number
  /** Resumes the request when called; for faults that hold a request until the test says so. */
  readonly performWhen?: (resume: () => void) => void
  /** The answer, instead of performing the request; may be a `Pending`. Undefined answers are not sent. */
  readonly instead?: () => unknown
  /** Alters the answer of the performed request. */
  readonly edit?: (response: unknown) => unknown
  /** ms on the broker's clock between performing and answering. */
  readonly answerAfterMs?: number
  /** Resumes the answer when called. */
  readonly answerWhen?: (resume: () => void) => void
  /** How the answer leaves: as it should (default), not at all, by ending or breaking the connection, or as other bytes. */
  readonly deliver?: 'answer' | 'nothing' | 'close' | 'reset' | Uint8Array
  /** Splits the answer into writes of this many bytes. */
  readonly splitBytes?: number
  /** Keeps answers of the connection until there are this many, and sends them as one piece. */
  readonly mergeAnswers?: number
}
