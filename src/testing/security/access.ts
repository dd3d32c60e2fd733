import { clusterName, resourceTypes } from './acl'
import type { Authorizer, Subject } from './authorizer'

/** What one client may do. */
export class Access {
  constructor(
    private readonly authorizer: Authorizer,
    private readonly subject: Subject
  ) {}

  mayWithTopic(operation: number, topic: string): boolean {
    return this.authorizer.allows(this.subject, operation, resourceTypes.topic, topic)
  }

  mayWithSomeTopic(operation: number): boolean {
    return this.authorizer.allowsSomewhere(this.subject, operation, resourceTypes.topic)
  }

  mayWithGroup(operation: number, groupId: string): boolean {
    return this.authorizer.allows(this.subject, operation, resourceTypes.group, groupId)
  }

  mayWithTransactionalId(operation: number, transactionalId: string): boolean {
    return this.authorizer.allows(this.subject, operation, resourceTypes.transactionalId, transactionalId)
  }

  mayWithCluster(operation: number): boolean {
    return this.authorizer.allows(this.subject, operation, resourceTypes.cluster, clusterName)
  }

  topicOperations(topic: string): number {
    return this.authorizer.operationsFor(this.subject, resourceTypes.topic, topic)
  }

  groupOperations(groupId: string): number {
    return this.authorizer.operationsFor(this.subject, resourceTypes.group, groupId)
  }

  clusterOperations(): number {
    return this.authorizer.operationsFor(this.subject, resourceTypes.cluster, clusterName)
  }
}
