import { allApis } from '../../../src/protocol/generated/all-apis'
import { decodeRequestHeader, decodeResponse, encodeRequest, encodeResponse } from '../../../src/protocol/framing'
import type { FaultAction, RewriteEdit } from './fault-rule'
import type { Frame } from './frame'
import { between, type Random } from './random'

const lengthBytes = 4

/** A frame's bytes after the actions that change bytes; the same buffer when none does. */
export function changeFrame(frame: Frame, actions: readonly FaultAction[], random: Random): Buffer {
  let { bytes } = frame
  for (const action of actions) {
    if (action.type === 'corrupt') bytes = corrupted(bytes, action.offset, action.xor, random)
    else if (action.type === 'truncate') bytes = withLength(bytes.subarray(0, lengthBytes + action.bytes), 0)
    else if (action.type === 'lie') bytes = withLength(bytes, action.by)
    else if (action.type === 'rewrite') bytes = rewritten(frame, bytes, action.edits)
  }
  return bytes
}

function corrupted(bytes: Buffer, offset: number | undefined, xor: number | undefined, random: Random): Buffer {
  const body = bytes.length - lengthBytes
  if (body <= 0) return bytes
  const wanted = offset ?? between(random, 0, body - 1)
  const index = lengthBytes + Math.min(body - 1, Math.max(0, wanted < 0 ? body + wanted : wanted))
  const copy = Buffer.from(bytes)
  copy[index] = (copy[index] ?? 0) ^ (xor ?? between(random, 1, 255))
  return copy
}

/** A copy that says its length, or is off by so much. */
function withLength(bytes: Buffer, by: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeInt32BE(copy.length - lengthBytes + by, 0)
  return copy
}

function rewritten(frame: Frame, bytes: Buffer, edits: readonly RewriteEdit[]): Buffer {
  const api = allApis.get(frame.key)
  if (api === undefined) throw new Error(`There is no codec to rewrite ${frame.api} with`)
  if (frame.direction === 'response') {
    const { body } = decodeResponse(api, frame.version, bytes.subarray(lengthBytes))
    for (const edit of edits) applyEdit(body, edit.path.split('.'), edit)
    return Buffer.concat(encodeResponse(api, frame.version, frame.correlationId, body))
  }
  const { reader } = decodeRequestHeader(bytes.subarray(lengthBytes), () => api)
  const body = api.request.decode(reader, frame.version)
  for (const edit of edits) applyEdit(body, edit.path.split('.'), edit)
  return Buffer.concat(encodeRequest(api, frame.version, frame.correlationId, frame.clientId, body))
}

/** @throws Error when there is no such field, so that a rule that does nothing is seen */
function applyEdit(target: unknown, path: readonly string[], edit: RewriteEdit): void {
  const [name, ...rest] = path
  if (typeof target !== 'object' || target === null || name === undefined) throw new Error(`Nothing is at ${edit.path}`)
  const fields = target as Record<string, unknown>
  if (name === '*') {
    if (!Array.isArray(target)) throw new Error(`${edit.path} wants a list`)
    if (rest.length === 0 && edit.value === undefined) target.length = 0
    for (const key of Object.keys(target)) applyEdit(target, [key, ...rest], edit)
    return
  }
  if (!(name in fields)) throw new Error(`Nothing is at ${edit.path}`)
  if (rest.length > 0) applyEdit(fields[name], rest, edit)
  else if (edit.value === undefined && Array.isArray(target)) target.splice(Number(name), 1)
  else fields[name] = typeof fields[name] === 'bigint' ? BigInt(edit.value ?? 0) : (edit.value ?? null)
}
