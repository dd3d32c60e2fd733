import type { GroupMembership } from '../membership/group-membership'
import { rebalanceError } from '../rebalance-error'
import type { SubscriptionState } from '../subscription-state'

/** Tells the loops of all consumers of the process apart. */
let loops = 0
/** Frames of a stack to look at: handlers may call through many functions. */
const deepestStack = 200

/** What handlers are given besides their records, and how to tell whether one of them calls. */
export class HandlerCalls {
  private readonly frame = `odradekHandlers${++loops}`

  constructor(
    private readonly membership: Pick<GroupMembership, 'isRebalancing' | 'identity'>,
    private readonly subscription: SubscriptionState,
    private readonly onResume: () => void
  ) {}

  /**
   * Makes a function under which all handlers run, with a name that no other function has, so that {@link HandlerCalls.isCaller} finds
   * it in the stack. (AsyncLocalStorage would tell as well, but on Node 20 it makes every promise of the process more expensive.)
   */
  under<T>(work: (argument: T) => Promise<void>): (argument: T) => Promise<void> {
    const { frame } = this
    return {
      async [frame](argument: T): Promise<void> {
        await work(argument)
      }
    }[frame]
  }

  /**
   * Whether whoever calls is a handler, or something that a handler waits for: waiting for handlers to end would then wait for ever. V8's stacks
   * follow `await`, `Promise.all` and the like, not `then` and transpiled async functions, so that a "no" is no proof: waits have to be bounded.
   */
  isCaller(): boolean {
    return callers().includes(this.frame)
  }

  /** Heartbeats go on by themselves; a handler that asks is told whether the group has moved on. */
  readonly heartbeat = async (): Promise<void> => {
    if (this.membership.isRebalancing) {
      throw rebalanceError(this.membership.identity.groupId, 'the handler should come to an end')
    }
  }

  /** Makes a partition's `pause`. */
  pauser(topic: string, partition: number): () => () => void {
    const one = [{ topic, partitions: [partition] }]
    return () => {
      this.subscription.pause(one)
      return () => {
        this.subscription.resume(one)
        this.onResume()
      }
    }
  }
}

/** Names of the functions on the stack, those that wait included. Not as text, which source maps rewrite. */
function callers(): (string | null)[] {
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was
  const { stackTraceLimit, prepareStackTrace } = Error
  Error.stackTraceLimit = deepestStack
  Error.prepareStackTrace = (_, sites) => sites.map(site => site.getFunctionName())
  try {
    return new Error('who calls').stack as unknown as (string | null)[]
  } finally {
    Error.stackTraceLimit = stackTraceLimit
    Error.prepareStackTrace = prepareStackTrace
  }
}
