import { errorCodes } from '../../errors/error-table'
import { protocolError } from '../../errors/protocol-error'
import type { GroupMembership } from '../membership/group-membership'
import type { SubscriptionState } from '../subscription-state'

/** What handlers are given besides their records, and what is known of those that run. */
export class HandlerCalls {
  /** How deep in the synchronous part of handlers the process is now: whoever calls from there must not be waited for. */
  depth = 0

  constructor(
    private readonly membership: Pick<GroupMembership, 'isRebalancing' | 'identity'>,
    private readonly subscription: SubscriptionState,
    private readonly onResume: () => void
  ) {}

  /** Heartbeats go on by themselves; a handler that asks is told whether the group has moved on. */
  readonly heartbeat = async (): Promise<void> => {
    if (this.membership.isRebalancing) {
      throw protocolError(errorCodes.REBALANCE_IN_PROGRESS, null, { groupId: this.membership.identity.groupId })
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
