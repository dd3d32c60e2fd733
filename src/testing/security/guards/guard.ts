import type { Api } from '../../../protocol/api'
import type { AnyHandler, Handled, RequestContext } from '../../handler'
import { noResponse } from '../../handler'
import { Pending } from '../../pending'
import type { Access } from '../access'

/** A request that is held against the ACLs before its handler sees it, or what is left of it. */
export interface Guarded<Request, ResponseInput> {
  readonly context: RequestContext
  readonly access: Access
  readonly request: Request
  /** Lets the handler do a request: the whole, or the part that the client may ask for. */
  readonly serve: (request: Request) => Handled<ResponseInput>
  /** The answer that says an error code everywhere. */
  readonly refuse: (errorCode: number, request?: Request) => ResponseInput
}

/** Holds requests of one API against the ACLs. */
export interface Guard<Request, ResponseInput> {
  readonly api: Api<never, Request, ResponseInput, unknown>
  check(asked: Guarded<Request, ResponseInput>): Handled<ResponseInput>
}

/** A guard whose types no longer matter. */
export type AnyGuard = Guard<never, unknown>

/** Ties a guard's types together. */
export function guard<Request, ResponseInput>(
  api: Api<never, Request, ResponseInput, unknown>,
  check: (asked: Guarded<Request, ResponseInput>) => Handled<ResponseInput>
): AnyGuard {
  return { api, check } as unknown as AnyGuard
}

/** Changes an answer, once it is there. */
export function amend<ResponseInput>(
  handled: Handled<ResponseInput>,
  change: (response: ResponseInput) => ResponseInput
): Handled<ResponseInput> {
  if (handled === noResponse) return handled
  if (!(handled instanceof Pending)) return change(handled)
  const pending = new Pending<ResponseInput>()
  handled.onComplete(response => pending.complete(change(response)))
  pending.onAbandon(() => handled.abandon())
  return pending
}

/** The items that pass, and those that don't. */
export function part<T>(items: readonly T[], passes: (item: T) => boolean): [allowed: T[], denied: T[]] {
  const allowed: T[] = []
  const denied: T[] = []
  for (const item of items) (passes(item) ? allowed : denied).push(item)
  return [allowed, denied]
}

/** The handler behind its guard, where the cluster has an authorizer. */
export function guarded(handler: AnyHandler, guards: ReadonlyMap<number, AnyGuard>): AnyHandler {
  const found = guards.get(handler.api.key)
  if (found === undefined) return handler
  return {
    api: handler.api,
    fail: (request, errorCode, version) => handler.fail(request, errorCode, version),
    handle: (context, request) => {
      const access = context.cluster.accessOf(context.connection)
      if (access === undefined) return handler.handle(context, request)
      return found.check({
        context,
        access,
        request,
        serve: rest => handler.handle(context, rest),
        refuse: (errorCode, what = request) => handler.fail(what, errorCode, context.version)
      })
    }
  }
}
