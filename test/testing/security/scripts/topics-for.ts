import type { AclActor, Operation, Topic } from './acl-actor'

const given: Operation[] = ['read', 'write', 'create', 'delete', 'alter', 'describe', 'describeConfigs', 'alterConfigs', 'all']

/** A topic with no ACL, and one for each operation that the user may do with it. */
export async function topicsFor(actor: AclActor, operations: readonly Operation[] = given): Promise<Topic[]> {
  const topics = await actor.makeTopics(['none', ...operations])
  await actor.give(operations.map((operation, i) => actor.topic(operation, { resourceName: topics[i + 1].name })))
  return topics
}
