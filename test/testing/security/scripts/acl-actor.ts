import type { Api } from '../../../../src/protocol/api'
import { createAclsApi } from '../../../../src/protocol/generated/create-acls'
import { createTopicsApi } from '../../../../src/protocol/generated/create-topics'
import { deleteAclsApi } from '../../../../src/protocol/generated/delete-acls'
import { describeAclsApi } from '../../../../src/protocol/generated/describe-acls'
import { metadataApi } from '../../../../src/protocol/generated/metadata'
import { saslAuthenticateApi } from '../../../../src/protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../../src/protocol/generated/sasl-handshake'
import {
  clusterName,
  operations,
  patternTypes,
  permissionTypes,
  resourceTypes,
  wildcard,
  type Acl,
  type AclFilter
} from '../../../../src/testing/security/acl'
import type { WireClient } from '../../support/wire-client'
import type { Stage } from '../../scripts/stage'
import { user } from './acl-setting'

/** A topic that the script has made. */
export interface Topic {
  readonly name: string
  readonly id: string
}

export type Operation = keyof typeof operations

/** What an ACL says beyond the operation; else it allows a literal name from everywhere to the user of the scripts. */
export type AclParts = Partial<Acl> & { readonly resourceName: string }

const principal = `User:${user.username}`

/** Someone with a name, whose rights the administrator beside him gives and takes. */
export class AclActor {
  private count = 0

  private constructor(
    readonly stage: Stage,
    /** May do everything. */
    readonly admin: WireClient,
    /** May do what ACLs allow. */
    readonly client: WireClient
  ) {}

  /** Plays a script, and takes back in the end what it has given. */
  static async play(stage: Stage, act: (actor: AclActor) => Promise<void>): Promise<void> {
    const actor = await AclActor.enter(stage)
    try {
      await act(actor)
    } finally {
      await actor.takeAll()
    }
  }

  private static async enter(stage: Stage): Promise<AclActor> {
    // What is denied comes before or after the rest.
    stage.ignoreOrder('responses', 'codes', 'coordinators', 'transactionStates')
    const client = await stage.client('named', 'SASL_PLAINTEXT')
    await stage.quiet(async () => {
      await stage.ask('handshake', client, saslHandshakeApi, 1, { mechanism: 'PLAIN' })
      await stage.ask('log in', client, saslAuthenticateApi, 2, { authBytes: Buffer.from(`\0${user.username}\0${user.password}`) })
    })
    return new AclActor(stage, await stage.client('admin'), client)
  }

  /** Makes topics of one partition, all at once, and resolves when the broker has them. */
  makeTopics(names: readonly string[]): Promise<Topic[]> {
    const { stage, admin } = this
    const wanted = names.map(name => ({ name: stage.unique(name) }))
    const topics = wanted.map(({ name }) => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }))
    return stage.quiet(async () => {
      await stage.ask('make', admin, createTopicsApi, 7, { topics, timeoutMs: 30_000 })
      for (let i = 0; i < 300; i++) {
        const answer = await stage.ask('look', admin, metadataApi, 12, { topics: wanted, allowAutoTopicCreation: false })
        if (answer.topics.every(topic => topic.errorCode === 0 && topic.partitions.every(one => one.errorCode === 0))) {
          const ids = new Map(answer.topics.map(topic => [topic.name, topic.topicId]))
          for (const [i, { name }] of wanted.entries()) stage.call(ids.get(name) ?? '', `id of ${names[i]}`)
          return wanted.map(({ name }) => ({ name, id: ids.get(name) ?? '' }))
        }
        await stage.wait(20)
      }
      throw new Error('The broker does not get to know the topics')
    })
  }

  topic(operation: Operation, parts: AclParts): Acl {
    return acl(resourceTypes.topic, operation, parts)
  }

  group(operation: Operation, resourceName: string): Acl {
    return acl(resourceTypes.group, operation, { resourceName })
  }

  transactionalId(operation: Operation, resourceName: string): Acl {
    return acl(resourceTypes.transactionalId, operation, { resourceName })
  }

  cluster(operation: Operation): Acl {
    return acl(resourceTypes.cluster, operation, { resourceName: clusterName })
  }

  /** Resolves when the broker knows them. */
  async give(acls: readonly Acl[]): Promise<void> {
    const creations = acls.map(({ patternType, ...rest }) => ({ ...rest, resourcePatternType: patternType }))
    await this.stage.quiet(() => this.stage.ask('give', this.admin, createAclsApi, 3, { creations }))
    this.count += acls.length
    await this.settle()
  }

  /** What was given may be gone. */
  forget(): void {
    this.count = 0
  }

  /** Deletes all ACLs. Resolves when the broker knows it. */
  async takeAll(): Promise<void> {
    await this.stage.quiet(() => this.stage.ask('take', this.admin, deleteAclsApi, 3, { filters: [anything] }))
    this.count = 0
    await this.settle()
  }

  /** The user asks; the whole answer is written down. */
  ask<I, R>(label: string, api: Api<I, unknown, never, R>, version: number, body: I): Promise<R> {
    return this.stage.ask(label, this.client, api, version, body)
  }

  /** The user asks; of the answer only the error codes are written down. */
  async codes<I, R>(label: string, api: Api<I, unknown, never, R>, version: number, body: I): Promise<R> {
    const answer = await this.stage.quiet(() => this.ask(label, api, version, body))
    this.stage.record(label, { codes: codesIn(answer) })
    return answer
  }

  private async settle(): Promise<void> {
    await this.stage.quiet(async () => {
      for (let i = 0; i < 300; i++) {
        const answer = await this.stage.ask('look', this.admin, describeAclsApi, 3, anything)
        if (answer.resources.flatMap(({ acls }) => acls).length === this.count) return
        await this.stage.wait(10)
      }
      throw new Error('The broker does not get to know the ACLs')
    })
    // The controller has an authorizer of its own, which is told at about the same time.
    await this.stage.wait(20)
  }
}

/** A filter for all ACLs. */
export const anything: AclFilter = {
  resourceTypeFilter: resourceTypes.any,
  resourceNameFilter: null,
  patternTypeFilter: patternTypes.any,
  principalFilter: null,
  hostFilter: null,
  operation: operations.any,
  permissionType: permissionTypes.any
}

function acl(resourceType: number, operation: Operation, parts: AclParts): Acl {
  return {
    resourceType,
    patternType: patternTypes.literal,
    principal,
    host: wildcard,
    operation: operations[operation],
    permissionType: permissionTypes.allow,
    ...parts
  }
}

/** Fields that say what an error code is about. */
const nameFields = ['name', 'topic', 'groupId', 'key', 'transactionalId', 'resourceName', 'topicId']

function codesIn(value: unknown, about = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(one => codesIn(one, about))
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return []
  const fields = value as Record<string, unknown>
  const name = nameFields.map(field => fields[field]).find(text => typeof text === 'string' && text !== '')
  const path = typeof name === 'string' ? name : about
  return Object.entries(fields).flatMap(([key, field]) => (key === 'errorCode' ? [`${path} ${String(field)}`] : codesIn(field, path)))
}
