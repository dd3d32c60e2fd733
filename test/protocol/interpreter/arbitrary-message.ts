import * as fc from 'fast-check'
import type { Struct, UnknownTag } from './interpret'
import { defaultOf, inVersions, propertyOf, structFields, type Schema, type SchemaField } from './schema'

/** Messages of a version: random, with a liking for what breaks codecs; fields that the version lacks are at their defaults. */
export function arbitraryMessage(schema: Schema, version: number): fc.Arbitrary<Struct> {
  return struct(schema.fields)

  function struct(fields: readonly SchemaField[]): fc.Arbitrary<Struct> {
    return fc.record(Object.fromEntries(fields.map(field => [propertyOf(field), ofField(field)]))).map(value => ({ ...value }))
  }

  function ofField(field: SchemaField): fc.Arbitrary<unknown> {
    if (!inVersions(field.versions ?? '0+', version)) return fc.constant(null).map(() => defaultOf(schema, field))
    const value = field.type.startsWith('[]') ? arrayOf(field) : single(field)
    const orDefault = field.tag === undefined ? [] : [{ weight: 2, arbitrary: fc.constant(null).map(() => defaultOf(schema, field)) }]
    const orNull = inVersions(field.nullableVersions, version) ? [{ weight: 1, arbitrary: fc.constant(null) }] : []
    return fc.oneof({ weight: 4, arbitrary: value }, ...orDefault, ...orNull)
  }

  function arrayOf(field: SchemaField): fc.Arbitrary<unknown> {
    const element = single({ ...field, type: field.type.slice(2) })
    const few = fc.array(element, { maxLength: 3 })
    // 127 and 128 elements: where a compact length takes its second byte. Of small elements only, to keep the messages small.
    if (!['[]int8', '[]int16', '[]int32'].includes(field.type)) return few
    return fc.oneof(
      { weight: 8, arbitrary: few },
      ...[126, 127, 128].map(n => ({ weight: 1, arbitrary: fc.array(element, { minLength: n, maxLength: n }) }))
    )
  }

  function single(field: SchemaField): fc.Arbitrary<unknown> {
    switch (field.type) {
      case 'bool':
        return fc.boolean()
      case 'int8':
        return integer(-0x80, 0x7f)
      case 'int16':
        return integer(-0x8000, 0x7fff)
      case 'uint16':
        return integer(0, 0xffff)
      case 'int32':
        return integer(-0x8000_0000, 0x7fff_ffff)
      case 'uint32':
        return integer(0, 0xffff_ffff)
      case 'int64':
        return fc.oneof(
          fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
          fc.constantFrom(0n, -1n, 1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 31n, 2n ** 32n)
        )
      case 'float64':
        return fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.MAX_VALUE, Number.MIN_VALUE, Infinity, -Infinity, Number.NaN))
      case 'uuid':
        return fc.oneof(bytes(16, 16), fc.constantFrom(Buffer.alloc(16), Buffer.alloc(16, 255))).map(value => value.toString('base64url'))
      case 'string':
        return fc.oneof(
          { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
          { weight: 2, arbitrary: fc.constantFrom('', 'x'.repeat(126), 'x'.repeat(127), 'é'.repeat(64), '\u0000', '__proto__', '😀') }
        )
      case 'bytes':
      case 'records':
        return fc.oneof({ weight: 4, arbitrary: bytes(0, 12) }, { weight: 1, arbitrary: bytes(126, 129) })
      default:
        return struct(structFields(schema, field))
    }
  }
}

/** Tagged fields that no schema knows, lowest tag first. */
export const arbitraryUnknownTags: fc.Arbitrary<UnknownTag[]> = fc
  .uniqueArray(
    fc.record({
      tag: fc.oneof(fc.integer({ min: 50, max: 200 }), fc.constantFrom(0x3fff, 0x4000, 0x7fff_ffff)),
      data: fc.oneof(bytes(0, 5), bytes(126, 129))
    }),
    { selector: ({ tag }) => tag, minLength: 1, maxLength: 3 }
  )
  .map(tags => tags.sort((a, b) => a.tag - b.tag))

function integer(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, 0, 1, ...(min < 0 ? [-1] : [])))
}

function bytes(minLength: number, maxLength: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ minLength, maxLength }).map(value => Buffer.from(value))
}
