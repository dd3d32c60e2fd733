import fs from 'node:fs'
import path from 'node:path'
import { readZip } from '../../../scripts/codegen/zip-reader.cjs'
import { kafkaJars } from '../../../scripts/setup/kafka-jars'

/** A field as the schema file has it. */
export interface SchemaField {
  readonly name: string
  readonly type: string
  readonly versions?: string
  readonly nullableVersions?: string
  readonly flexibleVersions?: string
  readonly taggedVersions?: string
  readonly tag?: number
  readonly ignorable?: boolean
  readonly default?: string | number | boolean
  readonly fields?: readonly SchemaField[]
}

/** A message as the schema file has it. */
export interface Schema {
  readonly name: string
  readonly type: 'request' | 'response' | 'header' | 'data'
  readonly apiKey?: number
  readonly validVersions: string
  readonly flexibleVersions: string
  /** Empty when no version is live. */
  readonly fields: readonly SchemaField[]
  readonly commonStructs?: readonly { readonly name: string; readonly fields: readonly SchemaField[] }[]
}

/** Reads the schemas out of the clients jar, without any of the generator's code but its unzipping. */
export async function loadSchemas(): Promise<Map<string, Schema>> {
  const lib = await kafkaJars('4.3.1')
  const jar = fs.readFileSync(path.join(lib, 'kafka-clients-4.3.1.jar'))
  const schemas = new Map<string, Schema>()
  for (const text of readZip(jar, name => /^common\/message\/\w+\.json$/.test(name)).values()) {
    const json = text.toString().replace(/("(?:[^"\\]|\\.)*")|\/\/.*/g, (_, literal?: string) => literal ?? '')
    const schema = JSON.parse(json) as Omit<Schema, 'fields'> & Partial<Schema>
    schemas.set(schema.name, { ...schema, fields: withoutDead(schema, schema.fields ?? []) })
  }
  return schemas
}

/** Messages do not have a field of which no version is live any more (ShareFetchRequest has one, of its withdrawn version 0). */
function withoutDead(schema: Pick<Schema, 'validVersions'>, fields: readonly SchemaField[]): SchemaField[] {
  return fields
    .filter(field => liveVersions(schema).some(version => inVersions(field.versions ?? '0+', version)))
    .map(field => (field.fields === undefined ? field : { ...field, fields: withoutDead(schema, field.fields) }))
}

/** Whether a version lies in `none`, `3`, `3+` or `3-5`. */
export function inVersions(spec: string | undefined, version: number): boolean {
  if (spec === undefined || spec === 'none') return false
  if (spec.endsWith('+')) return version >= Number(spec.slice(0, -1))
  const [first, last = first] = spec.split('-').map(Number) as [number, number?]
  return version >= first && version <= last
}

/** The live versions of a message, lowest first. */
export function liveVersions(schema: Pick<Schema, 'validVersions'>): number[] {
  return Array.from({ length: 100 }, (_, version) => version).filter(version => inVersions(schema.validVersions, version))
}

/** The fields of a structure that a field's type names. */
export function structFields(schema: Schema, field: SchemaField): readonly SchemaField[] {
  const name = field.type.replace('[]', '')
  const fields = field.fields ?? schema.commonStructs?.find(struct => struct.name === name)?.fields
  if (fields === undefined) throw new Error(`${schema.name}: no structure ${name}`)
  return fields
}

/** The property that messages have for a field. */
export function propertyOf(field: SchemaField): string {
  return field.name.charAt(0).toLowerCase() + field.name.substring(1)
}

/** What a field has where its version lacks it or nobody set it. */
export function defaultOf(schema: Schema, field: SchemaField): unknown {
  const { type } = field
  if (field.default === 'null') return null
  if (type.startsWith('[]')) return []
  const given = field.default === '' ? undefined : field.default
  switch (type) {
    case 'bool':
      return String(given) === 'true'
    case 'string':
      return given ?? ''
    case 'int64':
      return BigInt(given === undefined ? 0 : given)
    case 'uuid':
      return Buffer.alloc(16).toString('base64url')
    case 'bytes':
      return Buffer.alloc(0)
    case 'records':
      return null
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
    case 'float64':
      return Number(given ?? 0)
    default:
      return Object.fromEntries(structFields(schema, field).map(inner => [propertyOf(inner), defaultOf(schema, inner)]))
  }
}
