/**
 * Where a member of a classic group is:
 * - `unjoined`: not (or not any more) in the group, nothing sent
 * - `joining`: JoinGroup is out, or waits for its next try
 * - `syncing`: in the new generation, waiting for the assignment
 * - `stable`: has an assignment
 * - `revoking`: the group rebalances; handlers finish what they have begun and offsets are committed before joining again
 * - `leaving`: LeaveGroup is out
 * - `left`: over; never used again
 */
export type MembershipState = 'unjoined' | 'joining' | 'syncing' | 'stable' | 'revoking' | 'leaving' | 'left'

/** Every step that may follow a state. */
export const membershipSuccessors: Readonly<Record<MembershipState, readonly MembershipState[]>> = {
  unjoined: ['joining', 'leaving'],
  // Back to `joining`: a try failed, or the coordinator gave a member id to join with (KIP-394).
  joining: ['joining', 'syncing', 'leaving'],
  // Back to `joining`: another member came or went before the leader had handed out the assignment.
  syncing: ['stable', 'joining', 'leaving'],
  // To `joining` at once: the coordinator has put this member out, so that nothing is left to revoke in good order.
  stable: ['revoking', 'joining', 'leaving'],
  revoking: ['joining', 'leaving'],
  leaving: ['left'],
  left: []
}
