import type { AnyHandler, RequestContext } from '../handler'
import { Pending } from '../pending'
import type { FaultPlan } from './fault-plan'
import { join, narrow, type FaultTarget } from './fault-target'

type Message = Readonly<Record<string, unknown>>

/**
 * How a request fails for one topic or partition while the broker performs the rest of it. Reading requests are performed as a whole and
 * the part is replaced in the answer; of others the part is not performed at all.
 */
export function failPart(
  request: Message,
  target: FaultTarget,
  errorCode: number,
  handler: AnyHandler,
  context: RequestContext
): FaultPlan {
  const { cluster, version } = context
  const topicName = (topicId: string): string | undefined => cluster.topics.getById(topicId)?.name
  const without = (message: Message): Message | undefined => narrow(message, target, topicName, 'without')
  const failed = handler.fail((narrow(request, target, topicName, 'only') ?? request) as never, errorCode, version) as Message
  // What fails as a whole where it fails in part would say more than was asked for.
  const { errorCode: _ofAll, ...part } = failed
  const api = handler.api.name
  if (api === 'Fetch' || api === 'Metadata') {
    const edit = (response: unknown): unknown => join(without(response as Message) ?? emptied(response as Message), part)
    // Kafka does not wait for more records when it has an error to tell.
    if (api === 'Fetch') return { instead: () => handler.handle(context, { ...request, maxWaitMs: 0 } as never), edit }
    return { edit }
  }
  const rest = without(request)
  if (rest === undefined) return { instead: () => failed }
  return {
    instead: () => {
      const answer = handler.handle(context, rest as never)
      if (!(answer instanceof Pending)) return join(answer as Message, part)
      const joined = new Pending<unknown>()
      answer.onComplete(value => joined.complete(join(value as Message, part)))
      joined.onAbandon(() => answer.abandon())
      return joined
    }
  }
}

/** An answer of which no topic is left. */
function emptied(response: Message): Message {
  return { ...response, ...('responses' in response ? { responses: [] } : {}), ...('topics' in response ? { topics: [] } : {}) }
}
