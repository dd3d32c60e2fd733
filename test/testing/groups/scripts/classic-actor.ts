import { heartbeatApi } from '../../../../src/protocol/generated/heartbeat'
import { joinGroupApi } from '../../../../src/protocol/generated/join-group'
import type { JoinGroupRequestInput } from '../../../../src/protocol/generated/join-group-request'
import type { JoinGroupResponse } from '../../../../src/protocol/generated/join-group-response'
import { leaveGroupApi } from '../../../../src/protocol/generated/leave-group'
import { offsetCommitApi } from '../../../../src/protocol/generated/offset-commit'
import { syncGroupApi } from '../../../../src/protocol/generated/sync-group'
import type { SyncGroupResponse } from '../../../../src/protocol/generated/sync-group-response'
import { writeAssignment } from '../../../../src/testing/coordinators/groups/consumer-protocol'
import type { WireClient } from '../../support/wire-client'
import type { Stage } from '../../scripts/stage'

/** Versions that an actor speaks, unless a step says otherwise. */
const versions = { join: 9, sync: 5, heartbeat: 4, leave: 5, commit: 9 }

/** A member of a classic group that does what the script says, and keeps its id and generation as a client would. */
export class ClassicActor {
  memberId = ''
  generationId = -1
  leader = ''
  protocolName: string | null = null
  /** Where it is `consumer` the broker reads the metadata, so that has to be a subscription then. */
  protocolType = 'opaque'

  private constructor(
    readonly stage: Stage,
    readonly name: string,
    private readonly client: WireClient,
    readonly group: string,
    readonly instanceId: string | null
  ) {}

  static async enter(stage: Stage, name: string, group: string, instanceId: string | null = null): Promise<ClassicActor> {
    return new ClassicActor(stage, name, await stage.client(name), group, instanceId)
  }

  get isLeader(): boolean {
    return this.leader === this.memberId
  }

  /** Sends JoinGroup; awaits nothing. */
  startJoin(overrides: Partial<JoinGroupRequestInput> = {}, version = versions.join): Promise<JoinGroupResponse> {
    return this.stage.start(this.client, joinGroupApi, version, {
      groupId: this.group,
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      protocolType: this.protocolType,
      protocols: [{ name: 'range', metadata: Buffer.from(`meta ${this.name}`) }],
      ...overrides
    })
  }

  /** Awaits the answer to JoinGroup, and takes over what it says. */
  async joined(sent: Promise<JoinGroupResponse>): Promise<JoinGroupResponse> {
    const answer = await this.stage.answer(`${this.name} join`, sent)
    if (answer.errorCode === 0 || answer.errorCode === 79) this.memberId = answer.memberId
    if (answer.errorCode === 0) {
      const { generationId, leader, protocolName } = answer
      Object.assign(this, { generationId, leader, protocolName })
    }
    return answer
  }

  /** JoinGroup, once more with the id if one is asked for. */
  async join(overrides: Partial<JoinGroupRequestInput> = {}, version = versions.join): Promise<JoinGroupResponse> {
    const first = await this.joined(this.startJoin(overrides, version))
    return first.errorCode === 79 ? this.joined(this.startJoin(overrides, version)) : first
  }

  startSync(assignments: Record<string, string> = {}, overrides: object = {}, version = versions.sync): Promise<SyncGroupResponse> {
    return this.stage.start(this.client, syncGroupApi, version, {
      groupId: this.group,
      generationId: this.generationId,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      ...(version >= 5 ? { protocolType: this.protocolType, protocolName: this.protocolName } : {}),
      assignments: Object.entries(assignments).map(([memberId, assignment]) => ({
        memberId,
        assignment: Buffer.from(assignment, 'latin1')
      })),
      ...overrides
    })
  }

  synced(sent: Promise<SyncGroupResponse>): Promise<SyncGroupResponse> {
    return this.stage.answer(`${this.name} sync`, sent)
  }

  sync(assignments: Record<string, string> = {}, overrides: object = {}, version = versions.sync): Promise<SyncGroupResponse> {
    return this.synced(this.startSync(assignments, overrides, version))
  }

  async heartbeat(overrides: object = {}, version = versions.heartbeat): Promise<number> {
    const answer = await this.stage.ask(`${this.name} heartbeat`, this.client, heartbeatApi, version, {
      groupId: this.group,
      generationId: this.generationId,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      ...overrides
    })
    return answer.errorCode
  }

  async leave(overrides: object = {}, version = versions.leave): Promise<void> {
    const { group: groupId, memberId, instanceId: groupInstanceId } = this
    const who = version < 3 ? { memberId } : { members: [{ memberId, groupInstanceId }] }
    await this.stage.ask(`${this.name} leave`, this.client, leaveGroupApi, version, { groupId, ...who, ...overrides })
  }

  async commit(topic: string, partition: number, offset: number, overrides: object = {}, version = versions.commit): Promise<void> {
    const partitions = [{ partitionIndex: partition, committedOffset: BigInt(offset), committedMetadata: 'note' }]
    await this.stage.ask(`${this.name} commit`, this.client, offsetCommitApi, version, {
      groupId: this.group,
      generationIdOrMemberEpoch: this.generationId,
      memberId: this.memberId,
      ...(version >= 7 ? { groupInstanceId: this.instanceId } : {}),
      topics: [{ name: topic, partitions }],
      ...overrides
    })
  }
}

/** What an actor joins with. */
type Wish = Partial<JoinGroupRequestInput>

/**
 * Builds a stable group, one member after the other, so that the first one leads on every broker and nothing is left to chance. The
 * leader hands out `for <name>`. Only the last round stands in the transcript.
 */
export async function gather(actors: readonly ClassicActor[], wish: (actor: ClassicActor) => Wish = () => ({})): Promise<void> {
  const [first, ...others] = actors
  const { stage } = first
  await stage.quiet(async () => {
    await first.join(wish(first))
    await syncAll(first)
  })
  for (const [i, actor] of others.entries()) {
    const isLast = i === others.length - 1
    const round = async (): Promise<void> => {
      if (actor.instanceId === null) await actor.joined(actor.startJoin(wish(actor)))
      const joining = actor.startJoin(wish(actor))
      await stage.wait(60)
      await rejoin(actors.slice(0, i + 1), wish, [[actor, joining]])
      await syncAll(...actors.slice(0, i + 2))
    }
    if (isLast) await round()
    else await stage.quiet(round)
  }
}

/** Members join again, the first one first; afterwards the group waits for SyncGroup. */
export async function rejoin(
  actors: readonly ClassicActor[],
  wish: (actor: ClassicActor) => Wish = () => ({}),
  waiting: [ClassicActor, Promise<JoinGroupResponse>][] = []
): Promise<void> {
  const sent = [...waiting]
  for (const actor of actors) {
    sent.push([actor, actor.startJoin(wish(actor))])
    await actor.stage.wait(60)
  }
  for (const [actor, join] of sent) await actor.joined(join)
}

/** An assignment without partitions, as text. */
const noPartitions = writeAssignment(new Map(), 3).toString('latin1')

/** Everyone sends SyncGroup, the leader last. */
export async function syncAll(...actors: ClassicActor[]): Promise<void> {
  // Where the broker may read the assignment it has to be one: of nothing, then.
  const assignmentFor = ({ name, protocolType }: ClassicActor): string => (protocolType === 'consumer' ? noPartitions : `for ${name}`)
  const assignments = Object.fromEntries(actors.map(actor => [actor.memberId, assignmentFor(actor)]))
  const followers = actors.filter(actor => !actor.isLeader)
  const leaders = actors.filter(actor => actor.isLeader)
  const sent = followers.map(actor => [actor, actor.startSync()] as const)
  for (const leader of leaders) await leader.sync(assignments)
  for (const [actor, sync] of sent) await actor.synced(sync)
}
