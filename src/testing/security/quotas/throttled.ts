import { encodeResponse } from '../../../protocol/framing'
import { fetchApi } from '../../../protocol/generated/fetch'
import type { FetchRequest } from '../../../protocol/generated/fetch-request'
import type { FetchResponseInput } from '../../../protocol/generated/fetch-response'
import { produceApi } from '../../../protocol/generated/produce'
import { saslAuthenticateApi } from '../../../protocol/generated/sasl-authenticate'
import { saslHandshakeApi } from '../../../protocol/generated/sasl-handshake'
import { noResponse, type AnyHandler, type Handled, type RequestContext } from '../../handler'
import { Pending } from '../../pending'
import { isMutation, mutate } from './mutation-quota'
import type { QuotaSubject } from './throttles'

type Message = Readonly<Record<string, unknown>>

/** Time that a request counts for, per cent of a second: a tenth of a millisecond, whatever it really took. */
const requestCost = 0.01

const exempt: readonly number[] = [saslHandshakeApi.key, saslAuthenticateApi.key]

/** The handler for clients whose quotas are held against what they do: the answer goes out at once, then the connection rests (KIP-219). */
export function throttled(handler: AnyHandler): AnyHandler {
  const { key } = handler.api
  if (exempt.includes(key)) return handler
  return {
    api: handler.api,
    fail: (request, errorCode, version) => handler.fail(request, errorCode, version),
    handle: (context, request) => {
      if (context.cluster.quotas.isEmpty) return handler.handle(context, request)
      if (key === fetchApi.key) return throttledFetch(handler, context, request)
      return handleThrottled(handler, context, request)
    }
  }
}

function subjectOf({ node, connection, clientId }: RequestContext): QuotaSubject {
  return { nodeId: node.nodeId, user: connection.principal.replace(/^User:/, ''), clientId: clientId ?? '' }
}

function handleThrottled(handler: AnyHandler, context: RequestContext, request: never): Handled<unknown> {
  const { throttles } = context.cluster
  const subject = subjectOf(context)
  const { key } = handler.api
  const mutated = isMutation(key) && throttles.limitsMutations(subject) ? handleMutation(handler, context, request, subject) : undefined
  const handled = mutated === undefined ? handler.handle(context, request) : mutated.answer
  const throttleMs = (): number =>
    Math.max(
      throttles.record('request_percentage', subject, requestCost),
      key === produceApi.key ? throttles.record('producer_byte_rate', subject, context.sizeInBytes) : 0,
      mutated?.throttles === true ? throttles.mutationThrottleMs(subject) : 0
    )
  if (handled === noResponse) {
    context.connection.mute(throttleMs())
    return handled
  }
  return onceThere(handled, answer => {
    const throttleTimeMs = throttleMs()
    return throttleTimeMs > 0 ? { ...(answer as Message), throttleTimeMs } : answer
  })
}

function handleMutation(handler: AnyHandler, context: RequestContext, request: never, subject: QuotaSubject): ReturnType<typeof mutate> {
  const { throttles } = context.cluster
  const quota = {
    hasOverdrawn: () => throttles.hasOverdrawn(subject),
    record: (count: number) => throttles.recordMutations(subject, count)
  }
  const serve = (part: Message): Message => handler.handle(context, part as never) as Message
  const fail = (part: Message, errorCode: number): Message => handler.fail(part as never, errorCode, context.version) as Message
  return mutate(context, handler.api.key, request, quota, serve, fail)
}

/** What would be too much is not sent, and does not count: the client asks for it again when it has rested. */
function throttledFetch(handler: AnyHandler, context: RequestContext, request: FetchRequest): Handled<unknown> {
  const { throttles } = context.cluster
  const subject = subjectOf(context)
  const burst = throttles.burst('consumer_byte_rate', subject) ?? Infinity
  const { maxBytes, minBytes, sessionEpoch } = request
  const limited = { ...request, maxBytes: Math.min(maxBytes, burst), minBytes: Math.min(minBytes, burst) }
  return onceThere(handler.handle(context, limited as never), answer => {
    const sizeInBytes = sizeOf(context, answer as FetchResponseInput)
    const requestMs = throttles.record('request_percentage', subject, requestCost)
    const bytesMs = throttles.record('consumer_byte_rate', subject, sizeInBytes, false)
    const throttleTimeMs = Math.max(requestMs, bytesMs)
    if (throttleTimeMs === 0) return answer
    if (bytesMs === 0) throttles.record('consumer_byte_rate', subject, -sizeInBytes)
    // A session that the request would have opened is not told of.
    const sessionId = sessionEpoch > 0 ? (answer as FetchResponseInput).sessionId : 0
    return { errorCode: 0, sessionId, responses: [], throttleTimeMs }
  })
}

function sizeOf({ version }: RequestContext, answer: FetchResponseInput): number {
  return encodeResponse(fetchApi as never, version, 0, answer as never).reduce((sum, { length }) => sum + length, 0)
}

function onceThere(handled: Handled<unknown>, change: (answer: unknown) => unknown): Handled<unknown> {
  if (!(handled instanceof Pending)) return change(handled)
  const pending = new Pending<unknown>()
  handled.onComplete(answer => pending.complete(change(answer)))
  pending.onAbandon(() => handled.abandon())
  return pending
}
