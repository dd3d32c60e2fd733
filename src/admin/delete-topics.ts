import { retryPolicy } from '../cluster/retry-policy'
import { errorEntry } from '../errors/error-table'
import { KafkaJSNonRetriableError } from '../errors/kafkajs-error'
import { protocolError } from '../errors/protocol-error'
import { deleteTopicsApi } from '../protocol/generated/delete-topics'
import type { DeletableTopicResult } from '../protocol/generated/delete-topics-response'
import type { Admin } from '../types/admin'
import { type AdminContext, defaultTimeoutMs, responseTimeoutMs } from './admin-context'

type DeleteTopicsOptions = Parameters<Admin['deleteTopics']>[0]

/** From here on topics are listed as name or id. */
const firstVersionWithIds = 6

const unknownTopic = 3

/**
 * Deletes topics. An unknown topic is looked for again, as it may be too new for the broker that was asked.
 * @throws KafkaJSProtocolError of the first topic, by name, that was refused; the others are deleted all the same
 * @throws KafkaJSNumberOfRetriesExceeded when a topic stays unknown or no controller is found
 * @throws KafkaJSNonRetriableError when the arguments are wrong
 */
export async function deleteTopics(context: AdminContext, options: DeleteTopicsOptions): Promise<void> {
  const { topics, timeout = defaultTimeoutMs } = options ?? {}
  checkTopics(topics)
  let pending: readonly string[] = topics
  /** An earlier request may have reached a broker without an answer coming back: then gone means done. */
  let maybeDone = false
  await context.cluster.retry(
    'Deleting topics',
    async (_, bail) => {
      try {
        const failed = (await request(context, pending, timeout)).filter(({ errorCode }) => !(maybeDone && errorCode === unknownTopic))
        pending = failed.map(({ name }) => name ?? '')
        const [first] = failed.filter(({ errorCode }) => !mayRepeat(errorCode)).concat(failed)
        if (first !== undefined) throw protocolError(first.errorCode, first.errorMessage, { topic: first.name ?? undefined })
      } catch (error) {
        const { message, code, outcome } = error as { message: string; code?: unknown; outcome?: unknown }
        context.logger.warn('Could not delete topics', { error: message })
        maybeDone ||= outcome === 'maybe-applied'
        throw typeof code === 'number' ? (mayRepeat(code) ? error : bail(error)) : retryPolicy(error).retriable ? error : bail(error)
      }
    },
    { config: context.retry }
  )
  context.cluster.untrackTopics(topics)
}

async function request(context: AdminContext, names: readonly string[], timeoutMs: number): Promise<DeletableTopicResult[]> {
  const { responses } = await context.cluster.sendToController(
    deleteTopicsApi,
    version => (version >= firstVersionWithIds ? { topics: names.map(name => ({ name })), timeoutMs } : { topicNames: names, timeoutMs }),
    { timeoutMs: responseTimeoutMs(context, timeoutMs) }
  )
  return responses.filter(({ errorCode }) => errorCode !== 0).sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
}

/** Not for a request that the broker gave up waiting for: the deletion goes on, and the caller learns that it took too long. */
function mayRepeat(errorCode: number): boolean {
  const { retriable, refreshMetadata, maybeApplied } = errorEntry(errorCode)
  return retriable && (refreshMetadata || !maybeApplied)
}

/** The checks and texts are KafkaJS's. */
function checkTopics(topics: unknown): asserts topics is string[] {
  if (!Array.isArray(topics)) throw new KafkaJSNonRetriableError(`Invalid topics array ${String(topics)}`)
  if (topics.some(topic => typeof topic !== 'string')) {
    throw new KafkaJSNonRetriableError('Invalid topics array, the names must be a valid string')
  }
}
