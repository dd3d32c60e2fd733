import { sizeOfVarint } from '../varint'

/** One header value. `null` and `undefined` are sent as a null value, which Kafka tells from an empty one. */
export type HeaderValue = Uint8Array | string | null | undefined

/** Headers of a record to be sent. An array makes one header of the same key for each of its elements. */
export type RecordHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>

/** Bytes a key, a value or a header value takes: a varint length (−1 for null) and the content; text counts as UTF-8. */
export function sizeOfField(field: HeaderValue): number {
  if (field === null || field === undefined) return 1
  const length = typeof field === 'string' ? Buffer.byteLength(field) : field.length
  return sizeOfVarint(length) + length
}

/** Bytes the headers of a record take, their count included. Own enumerable keys only. */
export function sizeOfHeaders(headers: RecordHeaders | undefined): number {
  if (headers === undefined) return 1
  let count = 0
  let size = 0
  for (const key of Object.keys(headers)) {
    const value = headers[key]
    if (isList(value)) {
      if (value.length === 0) continue
      size += sizeOfField(key) * value.length
      for (const item of value) size += sizeOfField(item)
      count += value.length
    } else {
      size += sizeOfField(key) + sizeOfField(value)
      count++
    }
  }
  return sizeOfVarint(count) + size
}

/** Number of headers on the wire. */
export function countHeaders(headers: RecordHeaders): number {
  let count = 0
  for (const key of Object.keys(headers)) {
    const value = headers[key]
    count += isList(value) ? value.length : 1
  }
  return count
}

/** Tells a repeated header from a single one (`Array.isArray` does not narrow read-only arrays). */
export function isList(value: HeaderValue | readonly HeaderValue[]): value is readonly HeaderValue[] {
  return Array.isArray(value)
}
