import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { whatIsMissing } from '../../scripts/setup/kafka-jars'
import { allApis } from '../../src/protocol/generated/all-apis'
import { Reader } from '../../src/protocol/reader'
import { Writer } from '../../src/protocol/writer'
import { arbitraryMessage, arbitraryUnknownTags } from './interpreter/arbitrary-message'
import { generatedCodecs, versionsOf, type AnyCodec } from './interpreter/generated-codecs'
import { decodeBySchema, encodeBySchema, type Struct } from './interpreter/interpret'
import {
  defaultOf,
  inVersions,
  liveVersions,
  loadSchemas,
  propertyOf,
  structFields,
  type Schema,
  type SchemaField
} from './interpreter/schema'

const runs = 20
jest.setTimeout(120_000)
const missing = whatIsMissing()
if (missing !== undefined) process.stderr.write(`left out: generated codecs against the schemas, which are in Kafka's jars. ${missing}\n`)
const describeWithSchemas = missing === undefined ? describe : describe.skip

const codecs = generatedCodecs()

function encode(codec: AnyCodec, message: unknown, version: number): Buffer {
  const writer = new Writer(16)
  codec.encode(writer, message, version)
  expect(writer.length).toBe(Buffer.concat(writer.chunks()).length)
  return writer.toBuffer()
}

function decode(codec: AnyCodec, bytes: Buffer, version: number): unknown {
  // Somewhere inside a larger buffer, so that a reader which mixes up offsets shows.
  const reader = new Reader(Buffer.concat([Buffer.alloc(3, 255), bytes, Buffer.alloc(2, 255)]), 3, 3 + bytes.length)
  const message = codec.decode(reader, version)
  expect(reader.remaining).toBe(0)
  return message
}

function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

describeWithSchemas('generated codecs against a second reading of the schemas', () => {
  let schemas: Map<string, Schema>

  beforeAll(async () => {
    schemas = await loadSchemas()
  }, 600_000)

  const schemaOf = (name: string): Schema => schemas.get(name) as Schema

  it('exist for every schema with a live version, and for no other', () => {
    const live = [...schemas.values()].filter(schema => liveVersions(schema).length > 0)
    expect([...codecs.keys()].sort()).toEqual(live.map(({ name }) => name).sort())
    expect(allApis.size).toBe(live.filter(({ type }) => type === 'request').length)
  })

  it('have the versions of the schemas', () => {
    for (const codec of codecs.values()) {
      const schema = schemaOf(codec.name)
      expect(versionsOf(codec)).toEqual(liveVersions(schema))
      const flexible = liveVersions(schema).find(version => inVersions(schema.flexibleVersions, version))
      expect(codec.lowestFlexibleVersion).toBe(flexible ?? Infinity)
    }
  })

  it('have the headers that a version calls for', () => {
    for (const api of allApis.values()) {
      for (const version of versionsOf(api.request)) {
        expect(api.requestHeaderVersion(version)).toBe(inVersions(schemaOf(api.request.name).flexibleVersions, version) ? 2 : 1)
        const flexibleResponse = inVersions(schemaOf(api.response.name).flexibleVersions, version)
        expect(api.responseHeaderVersion(version)).toBe(flexibleResponse && api.name !== 'ApiVersions' ? 1 : 0)
      }
    }
  })

  it.each([...codecs.values()])('write and read random messages of every version alike: $name', codec => {
    const schema = schemaOf(codec.name)
    for (const version of versionsOf(codec)) {
      fc.assert(
        fc.property(arbitraryMessage(schema, version), message => {
          const bytes = encodeBySchema(schema, message, version)
          expectSame(encode(codec, message, version).toString('hex'), bytes.toString('hex'))
          expectSame(decode(codec, bytes, version), message)
          expectSame(decodeBySchema(schema, encode(codec, message, version), version), message)
        }),
        { numRuns: runs }
      )
      if (version < codec.lowestFlexibleVersion) continue
      fc.assert(
        fc.property(arbitraryMessage(schema, version), arbitraryUnknownTags, (message, tags) => {
          expectSame(decode(codec, encodeBySchema(schema, message, version, tags), version), message)
        }),
        { numRuns: runs / 4 }
      )
    }
  })

  it('write the defaults of what is left out, at any depth', () => {
    for (const [codec, version] of everyVersion()) {
      const schema = schemaOf(codec.name)
      fc.assert(
        fc.property(arbitraryMessage(schema, version), fc.array(fc.boolean(), { minLength: 7, maxLength: 31 }), (message, coins) => {
          let tosses = 0
          const { input, whole } = leaveOut(schema, schema.fields, version, message, () => coins[tosses++ % coins.length])
          expectSame(encode(codec, input, version).toString('hex'), encodeBySchema(schema, whole, version).toString('hex'))
        }),
        { numRuns: runs / 4, examples: [[defaultMessage(schema), [true]]] }
      )
    }
  })

  it('drop or refuse fields that a version lacks, at any depth, as the schema says', () => {
    let [dropped, refused] = [0, 0]
    for (const [codec, version] of everyVersion()) {
      const schema = schemaOf(codec.name)
      for (const { field, path, wrap } of fieldsIn(schema, version).filter(({ field }) => !inVersions(field.versions, version))) {
        const message = wrap(notDefault(schema, field))
        if (field.ignorable === true) {
          expect(encode(codec, message, version)).toEqual(encode(codec, wrap(undefined), version))
          dropped++
        } else {
          expect(() => encode(codec, message, version)).toThrow(
            expect.objectContaining({ name: 'KafkaUnsupportedVersionError', apiName: codec.name, field: path, version })
          )
          refused++
        }
      }
    }
    expect(dropped).toBeGreaterThan(200)
    expect(refused).toBeGreaterThan(200)
  })

  it('refuse null where a version cannot say it, at any depth', () => {
    let refused = 0
    for (const [codec, version] of everyVersion()) {
      const schema = schemaOf(codec.name)
      for (const { field, path, wrap } of fieldsIn(schema, version)) {
        const elsewhere = versionsOf(codec).some(other => inVersions(field.nullableVersions, other))
        if (!elsewhere || !inVersions(field.versions, version) || inVersions(field.nullableVersions, version)) continue
        expect(() => encode(codec, wrap(null), version)).toThrow(`${path} cannot be null in ${schema.name} version ${version}`)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(10)
  })
})

function everyVersion(): [AnyCodec, number][] {
  return [...codecs.values()].flatMap(codec => versionsOf(codec).map((version): [AnyCodec, number] => [codec, version]))
}

function defaultMessage(schema: Schema): Struct {
  return Object.fromEntries(schema.fields.map(field => [propertyOf(field), defaultOf(schema, field)]))
}

const isStruct = (field: SchemaField): boolean => /^(\[\])?[A-Z]/.test(field.type)

/** Takes fields out of a message by tossing coins; `whole` is what the rest then stands for. */
function leaveOut(
  schema: Schema,
  fields: readonly SchemaField[],
  version: number,
  message: Struct,
  coin: () => boolean
): { input: Struct; whole: Struct } {
  const input: Struct = {}
  const whole: Struct = {}
  for (const field of fields) {
    const property = propertyOf(field)
    const value = message[property]
    // A field of records that may not be null has no default that could be written.
    if (coin() && !(field.type === 'records' && !inVersions(field.nullableVersions, version))) {
      whole[property] = defaultOf(schema, field)
      continue
    }
    if (value === null || !isStruct(field)) {
      input[property] = whole[property] = value
    } else if (Array.isArray(value)) {
      const elements = value.map(element => leaveOut(schema, structFields(schema, field), version, element as Struct, coin))
      input[property] = elements.map(element => element.input)
      whole[property] = elements.map(element => element.whole)
    } else {
      const inner = leaveOut(schema, structFields(schema, field), version, value as Struct, coin)
      input[property] = inner.input
      whole[property] = inner.whole
    }
  }
  return { input, whole }
}

interface FieldInMessage {
  readonly field: SchemaField
  /** The field's name in errors. */
  readonly path: string
  /** A message in which only this field has a value, inside of as many structures as it takes. */
  readonly wrap: (value: unknown) => Struct
}

/** All fields, at any depth, of the structures that a version has. */
function fieldsIn(schema: Schema, version: number): FieldInMessage[] {
  return within(schema.fields, '', value => value as Struct)

  function within(fields: readonly SchemaField[], owner: string, wrapOwner: (value: unknown) => Struct): FieldInMessage[] {
    return fields.flatMap(field => {
      const wrap = (value: unknown): Struct => wrapOwner({ [propertyOf(field)]: value })
      const own = { field, path: `${owner}${propertyOf(field)}`, wrap }
      if (!isStruct(field) || !inVersions(field.versions, version)) return [own]
      const array = field.type.startsWith('[]')
      return [own, ...within(structFields(schema, field), `${field.type.replace('[]', '')}.`, value => wrap(array ? [value] : value))]
    })
  }
}

/** A value of a field that is neither its default nor null. */
function notDefault(schema: Schema, field: SchemaField): unknown {
  const version = liveVersions(schema).find(live => inVersions(field.versions, live)) as number
  const messages = fc.sample(arbitraryMessage({ ...schema, fields: [field] }, version), { numRuns: 100, seed: 1 })
  const values = messages.map(message => message[propertyOf(field)])
  return values.find(value => value !== null && !isDeepStrictEqual(value, defaultOf(schema, field)))
}
