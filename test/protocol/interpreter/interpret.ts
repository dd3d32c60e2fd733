// A second, slow reading of Kafka's message schemas: walks the schema for every message, allocates freely, shares nothing with the
// generator or with what it generates. Two readings that agree on random messages are worth more than one that agrees with itself.
import { isDeepStrictEqual } from 'node:util'
import { defaultOf, inVersions, propertyOf, structFields, type Schema, type SchemaField } from './schema'

/** A message or structure in memory. */
export type Struct = Record<string, unknown>

/** A tagged field that no schema knows. */
export interface UnknownTag {
  readonly tag: number
  readonly data: Buffer
}

/** Writes a message; `unknownTags` go into every structure of a flexible version, after the known tagged fields. */
export function encodeBySchema(schema: Schema, message: Struct, version: number, unknownTags: readonly UnknownTag[] = []): Buffer {
  return struct(schema.fields, message)

  function struct(fields: readonly SchemaField[], value: Struct): Buffer {
    const present = fields.filter(field => inVersions(field.versions ?? '0+', version))
    const parts = present.filter(field => !isTagged(field, version)).map(field => plain(field, value[propertyOf(field)]))
    if (inVersions(schema.flexibleVersions, version)) {
      const tags = present
        .filter(field => isTagged(field, version))
        .filter(field => !isDeepStrictEqual(value[propertyOf(field)], defaultOf(schema, field)))
        .map(field => ({ tag: field.tag as number, data: plain(field, value[propertyOf(field)]) }))
      const all = [...tags, ...unknownTags].sort((a, b) => a.tag - b.tag)
      parts.push(unsigned(all.length), ...all.flatMap(({ tag, data }) => [unsigned(tag), unsigned(data.length), data]))
    }
    return Buffer.concat(parts)
  }

  function plain(field: SchemaField, value: unknown): Buffer {
    const flexible = inVersions(field.flexibleVersions ?? schema.flexibleVersions, version)
    if (field.type.startsWith('[]')) {
      if (value === null) return flexible ? unsigned(0) : int(-1n, 4)
      const elements = value as unknown[]
      const inner = { ...field, type: field.type.slice(2), nullableVersions: 'none' }
      const count = flexible ? unsigned(elements.length + 1) : int(BigInt(elements.length), 4)
      return Buffer.concat([count, ...elements.map(element => plain(inner, element))])
    }
    switch (field.type) {
      case 'bool':
        return Buffer.of(value === true ? 1 : 0)
      case 'float64': {
        const bytes = Buffer.alloc(8)
        bytes.writeDoubleBE(value as number)
        return bytes
      }
      case 'uuid':
        return Buffer.from(value as string, 'base64url')
      case 'string':
        return sized(value === null ? null : Buffer.from(value as string), flexible, 2)
      case 'bytes':
      case 'records':
        return sized(value as Buffer | null, flexible, 4)
      default: {
        const size = intSizes[field.type]
        if (size !== undefined) return int(BigInt(value as number | bigint), size)
        const fields = structFields(schema, field)
        if (!inVersions(field.nullableVersions, version)) return struct(fields, value as Struct)
        return value === null ? Buffer.of(255) : Buffer.concat([Buffer.of(1), struct(fields, value as Struct)])
      }
    }
  }
}

/** Reads a message; throws when bytes are left over. */
export function decodeBySchema(schema: Schema, bytes: Buffer, version: number): Struct {
  let at = 0
  const message = struct(schema.fields)
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes left over`)
  return message

  function take(size: number): Buffer {
    if (size < 0 || at + size > bytes.length) throw new Error(`no ${size} bytes at ${at}`)
    at += size
    return Buffer.from(bytes.subarray(at - size, at))
  }

  function takeInt(size: number): bigint {
    return BigInt.asIntN(size * 8, BigInt(`0x${take(size).toString('hex')}`))
  }

  function takeUnsigned(): number {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const [byte] = take(1) as unknown as [number]
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return Number(value)
    }
  }

  function struct(fields: readonly SchemaField[]): Struct {
    const value: Struct = {}
    for (const field of fields) {
      const here = inVersions(field.versions ?? '0+', version) && !isTagged(field, version)
      value[propertyOf(field)] = here ? plain(field) : defaultOf(schema, field)
    }
    if (!inVersions(schema.flexibleVersions, version)) return value
    for (let count = takeUnsigned(); count > 0; count--) {
      const tag = takeUnsigned()
      const end = takeUnsigned() + at
      const known = fields.find(field => isTagged(field, version) && field.tag === tag)
      if (known === undefined) at = end
      else value[propertyOf(known)] = plain(known)
      if (at !== end) throw new Error(`tag ${tag} ends at ${at}, not ${end}`)
    }
    return value
  }

  function plain(field: SchemaField): unknown {
    const flexible = inVersions(field.flexibleVersions ?? schema.flexibleVersions, version)
    if (field.type.startsWith('[]')) {
      const count = flexible ? takeUnsigned() - 1 : Number(takeInt(4))
      if (count < 0) return null
      const inner = { ...field, type: field.type.slice(2), nullableVersions: 'none' }
      return Array.from({ length: count }, () => plain(inner))
    }
    switch (field.type) {
      case 'bool':
        return takeInt(1) !== 0n
      case 'float64':
        return take(8).readDoubleBE()
      case 'uuid':
        return take(16).toString('base64url')
      case 'string':
        return takeSized(flexible, 2)?.toString() ?? null
      case 'bytes':
      case 'records':
        return takeSized(flexible, 4)
      case 'int64':
        return takeInt(8)
      case 'uint16':
      case 'uint32':
        return Number(BigInt.asUintN(8 * Number(intSizes[field.type]), takeInt(intSizes[field.type] as number)))
      default: {
        const size = intSizes[field.type]
        if (size !== undefined) return Number(takeInt(size))
        if (inVersions(field.nullableVersions, version) && takeInt(1) < 0n) return null
        return struct(structFields(schema, field))
      }
    }
  }

  function takeSized(flexible: boolean, prefix: number): Buffer | null {
    const length = flexible ? takeUnsigned() - 1 : Number(takeInt(prefix))
    return length < 0 ? null : take(length)
  }
}

const intSizes: Record<string, number | undefined> = { int8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, int64: 8 }

function isTagged(field: SchemaField, version: number): boolean {
  return field.tag !== undefined && inVersions(field.taggedVersions, version)
}

function int(value: bigint, size: number): Buffer {
  return Buffer.from(
    BigInt.asUintN(size * 8, value)
      .toString(16)
      .padStart(size * 2, '0'),
    'hex'
  )
}

function unsigned(value: number): Buffer {
  const bytes = []
  let rest = BigInt(value)
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Buffer.from([...bytes, Number(rest)])
}

function sized(value: Buffer | null, flexible: boolean, prefix: number): Buffer {
  if (value === null) return flexible ? unsigned(0) : int(-1n, prefix)
  return Buffer.concat([flexible ? unsigned(value.length + 1) : int(BigInt(value.length), prefix), value])
}
